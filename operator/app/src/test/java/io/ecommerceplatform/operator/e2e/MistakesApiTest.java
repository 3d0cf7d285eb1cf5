package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user can get wrong, what the operator says to it, and that the way back is open. */
@WithOperator
class MistakesApiTest {
  private KubernetesClient admin;
  private String namespace;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, OperatorProcess operator) {
    admin = client;
    namespace = own.name();
  }

  @Test
  void anImageThatDoesNotExistDegradesAndItsRevertHeals() {
    PlatformUnderTest shop = create("services: [{name: web}]");
    shop.awaitPhase(Phase.Ready);

    shop.patch(
        """
        {"spec": {"services": [{"name": "web",
         "image": {"repository": "example.com/shop/web", "tag": "broken"}}]}}
        """);

    shop.awaitPhase(Phase.Degraded);
    Condition ready = shop.condition("WorkloadsReady");
    assertThat(ready.getReason()).isEqualTo("PodsFailing");
    assertThat(ready.getMessage())
        .startsWith("spec.services[web]: ImagePullBackOff: image example.com/shop/web:broken");
    assertThat(
            admin
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withName("web-blue")
                .get()
                .getStatus()
                .getReadyReplicas())
        .as("the running revision goes on serving")
        .isEqualTo(1);

    shop.patch("{\"spec\": {\"services\": [{\"name\": \"web\"}]}}");
    shop.awaitPhase(Phase.Ready);
  }

  @Test
  void aForeignObjectOfTheNameIsLeftAloneAndNamedUntilItGoes() {
    Service foreign =
        admin
            .resource(
                new ServiceBuilder()
                    .withNewMetadata()
                    .withName("web")
                    .withNamespace(namespace)
                    .endMetadata()
                    .withNewSpec()
                    .addToSelector("app", "somebody-else")
                    .addNewPort()
                    .withPort(81)
                    .endPort()
                    .endSpec()
                    .build())
            .create();

    PlatformUnderTest shop = create("services: [{name: web}]");
    shop.awaitPhase(Phase.Blocked);

    assertThat(shop.condition("WorkloadsReady").getReason()).isEqualTo("Conflict");
    assertThat(shop.condition("WorkloadsReady").getMessage())
        .contains("Service/web exists and is not ours");
    shop.await("the rest", p -> "1/1".equals(p.getStatus().services().getFirst().ready()));
    Service now = admin.services().inNamespace(namespace).withName("web").get();
    assertThat(now.getMetadata().getResourceVersion())
        .isEqualTo(foreign.getMetadata().getResourceVersion());

    admin.resource(now).delete();
    shop.awaitPhase(Phase.Ready);
  }

  @Test
  void aMissingSecretIsNamedAndTheRestGoesOn() {
    PlatformUnderTest shop =
        create(
            "services: [{name: web}, {name: tool, port: 8080,"
                + " image: {repository: example.com/tool, tag: '1'},"
                + " env: [{name: API_KEY, secret: {name: psp, key: apiKey}}]}]");

    shop.awaitPhase(Phase.Degraded);
    Condition condition = shop.condition("WorkloadsReady");
    assertThat(condition.getReason()).isEqualTo("SecretNotFound");
    assertThat(condition.getMessage())
        .contains("psp")
        .contains("apiKey")
        .contains("spec.services[tool]");
    shop.await(
        "web ready",
        p ->
            p.getStatus().services().stream()
                .anyMatch(s -> s.name().equals("web") && "1/1".equals(s.ready())));

    admin
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("psp")
                .withNamespace(namespace)
                .endMetadata()
                .addToStringData("apiKey", "k")
                .build())
        .create();
    shop.awaitPhase(Phase.Ready);
  }

  @Test
  void aMissingStorageClassIsNamedAndTheRestGoesOn() {
    PlatformUnderTest shop =
        create(
            "services: [{name: web}], databases: [{name: orders-db, engine: PostgreSQL,"
                + " placement: InCluster, storageClassName: fast}]");

    shop.await("told", p -> p.getStatus().phase() == Phase.Degraded);
    assertThat(shop.condition("DataReady").getReason()).isEqualTo("StorageClassMissing");
    assertThat(shop.condition("DataReady").getMessage())
        .contains("spec.databases[orders-db]")
        .contains("fast");
    shop.await("web ready", p -> "1/1".equals(p.getStatus().services().getFirst().ready()));
  }

  @Test
  void aSecondPlatformInTheNamespaceIsBlockedAndTouchesNothing() {
    PlatformUnderTest first = create("services: [{name: web}]");
    first.awaitPhase(Phase.Ready);
    Map<String, String> before = first.versions();

    PlatformUnderTest second =
        PlatformUnderTest.create(
            admin, namespace, PlatformUnderTest.MINIMAL.replace("name: shop}", "name: other}"));

    second.awaitPhase(Phase.Blocked);
    assertThat(second.condition("Stalled").getReason()).isEqualTo("NamespaceTaken");
    assertThat(second.objectNames()).isEmpty();
    assertThat(first.versions()).isEqualTo(before);
  }

  private PlatformUnderTest create(String spec) {
    return PlatformUnderTest.create(
        admin, namespace, PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {" + spec + ", "));
  }
}
