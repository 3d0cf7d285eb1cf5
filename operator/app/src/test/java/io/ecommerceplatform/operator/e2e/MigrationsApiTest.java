package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A schema changes before the pods that need it, and a change that fails rolls nothing out. */
@WithOperator
class MigrationsApiTest {
  private static final String IMAGE =
      "{\"spec\": {\"services\": [{\"name\": \"user\", \"migrations\": \"Job\","
          + " \"image\": {\"tag\": \"%s\"}}]}}";

  private KubernetesClient admin;
  private String namespace;
  private PlatformUnderTest shop;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, OperatorProcess operator) {
    admin = client;
    namespace = own.name();
    shop =
        PlatformUnderTest.create(
            admin,
            namespace,
            PlatformUnderTest.MINIMAL.replace(
                "spec: {", "spec: {services: [{name: user, migrations: Job}], "));
  }

  @Test
  void thePodsWaitForTheirSchemaAndAFailureIsRepairedByAnotherImage() {
    shop.awaitPhase(Phase.Ready);
    Job first = migrations().getFirst();
    Instant migrated = Instant.parse(first.getStatus().getCompletionTime());
    assertThat(Instant.parse(deployment().getMetadata().getCreationTimestamp()))
        .as("pods after the migration")
        .isAfterOrEqualTo(migrated);
    String running = image();

    shop.patch(IMAGE.formatted("2-crashloop"));
    shop.await(
        "failure told",
        p -> shop.condition("WorkloadsReady").getReason().equals("MigrationFailed"));
    // the Job fails before the operator has seen why its pod did
    shop.await(
        "cause told", p -> shop.condition("WorkloadsReady").getMessage().contains("exit code 1"));
    assertThat(shop.condition("WorkloadsReady").getMessage())
        .contains("spec.services[user]")
        .contains("kubectl -n " + namespace + " delete job user-migrate-");
    assertThat(shop.condition("Stalled").getStatus()).isEqualTo("True");
    assertThat(image()).as("the first revision serves").isEqualTo(running);

    shop.patch(IMAGE.formatted("3"));
    shop.awaitPhase(Phase.Ready);
    assertThat(image()).endsWith(":3");
    Await.until("one Job", () -> migrations().size() == 1, () -> migrations().toString());
    assertThat(migrations().getFirst().getMetadata().getName())
        .isNotEqualTo(first.getMetadata().getName());
  }

  private List<Job> migrations() {
    return admin
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace)
        .withLabel("app.kubernetes.io/component", "migration")
        .list()
        .getItems();
  }

  private Deployment deployment() {
    return admin.apps().deployments().inNamespace(namespace).withName("user-blue").get();
  }

  private String image() {
    return deployment().getSpec().getTemplate().getSpec().getContainers().getFirst().getImage();
  }
}
