package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.PrivatePlane;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The process of the API server dies and another one comes: the operator waits for it, picks up
 * what is edited right after, and moves nothing else. On a plane of its own, as every client of the
 * API server feels it.
 */
class ApiServerRestartApiTest {
  private static final String NAMESPACE = "shop";
  private static final String BOUNDS =
      "{\"spec\": {\"services\": [{\"name\": \"web\", \"scaling\": {\"minReplicas\": 2,"
          + " \"maxReplicas\": %d}}, {\"name\": \"user\"}]}}";

  @Test
  void theOperatorLivesThroughItAndMissesNothing() throws IOException {
    try (PrivatePlane plane = PrivatePlane.start();
        KubernetesClient admin = plane.kubeconfig().client()) {
      Kubeconfig account = OperatorInstall.into(admin, plane.kubeconfig());
      namespace(admin);
      // the test is not about the Lease, which a slow machine would lose before the server is back
      Map<String, String> settings =
          Map.of(
              "ECP_NAMESPACES", NAMESPACE,
              "ECP_LEADER_ELECTION_LEASE_DURATION", "180S",
              "ECP_LEADER_ELECTION_RENEW_DEADLINE", "150S");
      try (OperatorProcess operator = OperatorProcess.start(account, settings)) {
        restart(plane, admin, operator);
      }
    }
  }

  private static void restart(PrivatePlane plane, KubernetesClient admin, OperatorProcess operator)
      throws IOException {
    PlatformUnderTest shop =
        PlatformUnderTest.create(
            admin,
            NAMESPACE,
            PlatformUnderTest.MINIMAL.replace(
                "spec: {",
                "spec: {services: [{name: web, scaling: {minReplicas: 2, maxReplicas: 4}},"
                    + " {name: user}], "));
    shop.awaitPhase(Phase.Ready);
    Controllers controllers = new Controllers(admin, NAMESPACE);
    controllers.await();
    Map<String, String> before = shop.versions();
    Map<String, String> pods = pods(admin);
    assertThat(pods).hasSizeGreaterThan(3);

    plane.killApiServer();
    operator.await("not ready", o -> o.get("/q/health/ready").startsWith("503 "));
    assertThat(operator.get("/q/health/live")).startsWith("200 ");
    plane.startApiServer();
    shop.patch(BOUNDS.formatted(5));

    shop.awaitPhase(Phase.Ready);
    Await.until("the edit is applied", () -> most(admin) == 5, operator::log);
    operator.await("ready again", OperatorProcess::isReady);
    controllers.await();
    Map<String, String> after = shop.versions();
    assertThat(after.remove("HorizontalPodAutoscaler/web-blue"))
        .isNotEqualTo(before.remove("HorizontalPodAutoscaler/web-blue"));
    assertThat(after).isEqualTo(before);
    assertThat(pods(admin)).isEqualTo(pods);
    assertThat(operator.isAlive()).isTrue();
  }

  private static int most(KubernetesClient admin) {
    return admin
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(NAMESPACE)
        .withName("web-blue")
        .get()
        .getSpec()
        .getMaxReplicas();
  }

  /** Which pods there are, and how often their containers began. */
  private static Map<String, String> pods(KubernetesClient admin) {
    Map<String, String> pods = new TreeMap<>();
    admin
        .pods()
        .inNamespace(NAMESPACE)
        .list()
        .getItems()
        .forEach(
            p ->
                pods.put(
                    p.getMetadata().getName(),
                    p.getMetadata().getUid()
                        + p.getStatus().getContainerStatuses().stream()
                            .map(s -> " " + s.getName() + " " + s.getRestartCount())
                            .toList()));
    return pods;
  }

  private static void namespace(KubernetesClient admin) {
    admin
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
        .create();
    // pods are refused until the namespace has its default account
    Await.until(
        "an account",
        () ->
            Objects.nonNull(
                admin.serviceAccounts().inNamespace(NAMESPACE).withName("default").get()),
        () -> "none");
  }
}
