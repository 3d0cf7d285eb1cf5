package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A refusal that outlives the SDK's own five attempts, healed by something that no event tells: the
 * platform must not stay where it is until somebody touches it.
 */
@LocalPlane
class RetryApiTest {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final int ATTEMPTS_OF_THE_SDK = 5;
  private static final int FORBIDDEN = 403;

  @Test
  void goesOnTryingAfterTheFifthRefusal(
      KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig, AuditLog audit)
      throws IOException {
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    ResourceQuota quota = noServices(own.name());
    admin.resource(quota).create();
    admin
        .resource(quota)
        .waitUntilCondition(
            q -> q.getStatus() != null && q.getStatus().getHard() != null, 30, TimeUnit.SECONDS);
    long start = audit.mark();
    try (OperatorProcess operator =
        OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()))) {
      PlatformUnderTest shop =
          PlatformUnderTest.create(
              admin,
              own.name(),
              PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {services: [{name: web}], "));
      shop.await(
          "refused more often than the SDK retries",
          p -> refusals(audit, start, own.name()) > ATTEMPTS_OF_THE_SDK);
      assertThat(shop.condition("WorkloadsReady").getReason()).isEqualTo("ApplyFailed");
      assertThat(shop.condition("WorkloadsReady").getMessage())
          .contains("Service/web")
          .contains("quota");

      admin.resource(quota).delete();

      shop.awaitPhase(Phase.Ready);
      assertThat(operator.isAlive()).isTrue();
    }
  }

  private static long refusals(AuditLog audit, long start, String namespace) {
    return audit.since(start, ACCOUNT, namespace).stream()
        .filter(r -> r.name().equals("web") && r.resource().equals("services"))
        .filter(r -> r.code() == FORBIDDEN)
        .count();
  }

  private static ResourceQuota noServices(String namespace) {
    return new ResourceQuotaBuilder()
        .withNewMetadata()
        .withName("no-services")
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .addToHard("services", new Quantity("0"))
        .endSpec()
        .build();
  }
}
