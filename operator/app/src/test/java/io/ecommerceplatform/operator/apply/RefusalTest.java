package io.ecommerceplatform.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.operator.PlanFixture;
import io.ecommerceplatform.plan.Operation;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  @ParameterizedTest
  @CsvSource({
    "403, exceeded quota: compute, raise the ResourceQuota of namespace shop",
    "403, cannot create services, apply the operator's ClusterRole again",
    "404, namespaces shop not found, check that namespace shop exists",
    "409, conflict with kubectl, label it as ours to hand it over",
    "422, spec.ports: required, the API server refuses it: spec.ports: required",
    "503, overloaded, it is tried again",
    "0, connection refused, it is tried again"
  })
  void everyRefusalSaysWhatToDo(int code, String words, String advice) {
    var error =
        new KubernetesClientException(
            words, code, new StatusBuilder().withCode(code).withMessage(words).build());

    var failure = Refusal.of(PlanFixture.action(Operation.CREATE, "Service", "order"), error);

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.message()).contains(advice);
  }
}
