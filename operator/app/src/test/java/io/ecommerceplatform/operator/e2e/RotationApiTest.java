package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A login that a user calls leaked is replaced, and nobody reads either one of it anywhere. */
@WithOperator
class RotationApiTest {
  private static final String LOGIN = "postgresql-user-credentials";

  private KubernetesClient admin;
  private String namespace;
  private OperatorProcess operator;
  private PlatformUnderTest shop;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, OperatorProcess process) {
    admin = client;
    namespace = own.name();
    operator = process;
    shop =
        PlatformUnderTest.create(
            admin,
            namespace,
            PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {services: [{name: user}], "));
    shop.awaitPhase(Phase.Ready);
  }

  @Test
  void aLoginIsReplacedWhenTheStoreKnowsTheNextOne() {
    Secret before = login().get();
    String pods = credentialsOfPods();
    List<String> jobs = setups();

    login()
        .edit(
            secret ->
                secret
                    .edit()
                    .editMetadata()
                    .addToAnnotations("ecommerceplatform.io/rotate", "leaked")
                    .endMetadata()
                    .build());

    Await.until(
        "rotated",
        () -> login().get().getMetadata().getLabels().containsKey("ecommerceplatform.io/rotation"),
        operator::log);
    Secret after = login().get();
    assertThat(after.getMetadata().getUid()).isEqualTo(before.getMetadata().getUid());
    assertThat(after.getMetadata().getLabels())
        .containsAllEntriesOf(before.getMetadata().getLabels());
    assertThat(value(before, "username")).isEqualTo("user");
    assertThat(value(after, "username")).isEqualTo("user_B");
    assertThat(value(after, "password")).hasSize(32).isNotEqualTo(value(before, "password"));

    Await.until("rolled out", () -> !credentialsOfPods().equals(pods), operator::log);
    shop.awaitPhase(Phase.Ready);
    Await.until("tidied up", () -> next().get() == null, operator::log);
    Await.until("one Job", () -> setups().size() == 1, () -> setups().toString());
    assertThat(setups()).doesNotContainAnyElementsOf(jobs);
    assertThat(reasons()).contains("Rotated");
    assertThat(operator.log()).doesNotContain(value(before, "password"), value(after, "password"));
  }

  private Resource<Secret> login() {
    return admin.secrets().inNamespace(namespace).withName(LOGIN);
  }

  private Resource<Secret> next() {
    return admin.secrets().inNamespace(namespace).withName(LOGIN + "-next");
  }

  private String credentialsOfPods() {
    Map<String, String> annotations =
        admin
            .apps()
            .deployments()
            .inNamespace(namespace)
            .withName("user-blue")
            .get()
            .getSpec()
            .getTemplate()
            .getMetadata()
            .getAnnotations();
    return annotations.getOrDefault("ecommerceplatform.io/credentials", "");
  }

  private List<String> setups() {
    return admin.batch().v1().jobs().inNamespace(namespace).list().getItems().stream()
        .map((Job job) -> job.getMetadata().getName())
        .filter(name -> name.startsWith("postgresql-setup-"))
        .toList();
  }

  private List<String> reasons() {
    return admin.v1().events().inNamespace(namespace).list().getItems().stream()
        .map(Event::getReason)
        .toList();
  }

  private static String value(Secret secret, String key) {
    byte[] decoded = Base64.getDecoder().decode(secret.getData().get(key));
    return new String(decoded, StandardCharsets.UTF_8);
  }
}
