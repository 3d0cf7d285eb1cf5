package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an edit of the resource touches, and what each mode leaves alone. */
@WithOperator
class ChangesApiTest {
  private KubernetesClient admin;
  private String namespace;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, OperatorProcess operator) {
    admin = client;
    namespace = own.name();
  }

  @Test
  void aServiceThatLeavesTheResourceLeavesTheClusterAndNothingElseMoves() {
    PlatformUnderTest shop = create("services: [{name: web}, {name: user}, {name: delivery}]");
    shop.awaitPhase(Phase.Ready);
    Map<String, String> before = shop.versions();

    shop.patch("{\"spec\": {\"services\": [{\"name\": \"web\"}]}}");
    shop.awaitPhase(Phase.Ready);
    shop.await(
        "pruned", p -> shop.objectNames().stream().noneMatch("Deployment/delivery-blue"::equals));
    shop.await("pruned", p -> shop.objectNames().stream().noneMatch("Service/delivery"::equals));

    Map<String, String> after = shop.versions();
    Set<String> moved = new TreeSet<>();
    after.forEach(
        (id, version) -> {
          if (!version.equals(before.get(id))) {
            moved.add(id);
          }
        });
    // the store's policy and setup name their clients; the data and the other service do not move
    assertThat(moved)
        .doesNotContain(
            "Deployment/web-blue",
            "Deployment/user-blue",
            "StatefulSet/postgresql",
            "Service/user");
    assertThat(after).containsKey("Secret/postgresql-delivery-credentials");
  }

  @Test
  void observeReportsDriftAndPausedChangesNothing() {
    PlatformUnderTest shop = create("services: [{name: web}]");
    shop.awaitPhase(Phase.Ready);

    shop.patch("{\"spec\": {\"mode\": \"Observe\"}}");
    shop.awaitPhase(Phase.Ready);
    Service edited = editPort();
    shop.await("drift told", p -> shop.condition("Drifted").getStatus().equals("True"));
    assertThat(shop.condition("Drifted").getReason()).isEqualTo("DriftFound");
    assertThat(shop.condition("Drifted").getMessage())
        .contains("Service/web")
        .contains("targetPort");
    assertThat(service().getMetadata().getResourceVersion())
        .isEqualTo(edited.getMetadata().getResourceVersion());

    shop.patch("{\"spec\": {\"mode\": \"Paused\"}}");
    shop.await("paused", p -> p.getStatus().message().startsWith("paused"));
    assertThat(service().getMetadata().getResourceVersion())
        .isEqualTo(edited.getMetadata().getResourceVersion());

    shop.patch("{\"spec\": {\"mode\": \"Apply\"}}");
    admin
        .services()
        .inNamespace(namespace)
        .withName("web")
        .waitUntilCondition(
            s -> s.getSpec().getPorts().getFirst().getTargetPort().getStrVal() != null,
            60,
            TimeUnit.SECONDS);
    shop.awaitPhase(Phase.Ready);
  }

  private Service service() {
    return admin.services().inNamespace(namespace).withName("web").get();
  }

  private Service editPort() {
    return admin
        .services()
        .inNamespace(namespace)
        .withName("web")
        .patch(
            PatchContext.of(PatchType.JSON),
            "[{\"op\": \"replace\", \"path\": \"/spec/ports/0/targetPort\", \"value\": 1}]");
  }

  private PlatformUnderTest create(String spec) {
    return PlatformUnderTest.create(
        admin, namespace, PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {" + spec + ", "));
  }
}
