package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.status.LifecycleStage;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The strategy of a service comes and goes without a trace on what serves its traffic. */
@WithOperator
class ColorsApiTest {
  private static final String STRATEGY =
      "{\"spec\": {\"services\": [{\"name\": \"web\", \"scaling\": {\"minReplicas\": 2,"
          + " \"maxReplicas\": 4}, \"expose\": {\"path\": \"/\"},"
          + " \"rollout\": %s}]}}";

  private KubernetesClient admin;
  private String namespace;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, OperatorProcess operator) {
    admin = client;
    namespace = own.name();
  }

  @Test
  void anotherStrategyTouchesNeitherNamesNorTargetGroupsNorPods() {
    PlatformUnderTest shop = create();
    awaitTwoPods(shop);
    shop.awaitPhase(Phase.Ready);
    Map<String, String> before = shop.versions();
    Map<String, String> pods = pods();
    assertThat(before)
        .containsKeys("Deployment/web-blue", "Service/web-blue", "Service/web-green", "Service/web")
        .containsKeys("HorizontalPodAutoscaler/web-blue", "PodDisruptionBudget/web-blue")
        .doesNotContainKey("Deployment/web-green");

    shop.patch(STRATEGY.formatted("{\"strategy\": \"BlueGreen\"}"));
    shop.awaitPhase(Phase.Blocked);
    shop.await("the other colour", p -> deployment("web-green") != null);
    assertThat(shop.condition("WorkloadsReady").getReason()).isEqualTo("NotManagedYet");
    assertThat(shop.condition("WorkloadsReady").getMessage())
        .contains("spec.services[web].rollout.strategy (meanwhile both colours are there");
    assertThat(deployment("web-green").getSpec().getReplicas()).isZero();
    Map<String, String> both = shop.versions();
    assertThat(both.remove("Deployment/web-green")).isNotNull();
    assertThat(both).isEqualTo(before);
    assertThat(pods()).isEqualTo(pods);

    shop.patch(STRATEGY.formatted("{\"strategy\": \"Rolling\"}"));
    shop.awaitPhase(Phase.Ready);
    shop.await("one colour", p -> deployment("web-green") == null);
    assertThat(shop.versions()).isEqualTo(before);
    assertThat(pods()).isEqualTo(pods);
  }

  @Test
  void anUpdateReplacesThePodsOfTheStableColourAndLeavesTheOtherEmpty() {
    PlatformUnderTest shop = create();
    awaitTwoPods(shop);
    shop.patch(STRATEGY.formatted("{\"strategy\": \"Canary\", \"steps\": [{\"weight\": 50}]}"));
    shop.awaitPhase(Phase.Blocked);

    shop.patch("{\"spec\": {\"version\": \"1.1.0\"}}");
    shop.await(
        "updated in place",
        p ->
            p.getStatus().rollouts().stream()
                .allMatch(r -> r.attempt() == 2 && r.lifecycleStage() == LifecycleStage.Steady));

    assertThat(image("web-blue")).endsWith(":v1.1.0").isEqualTo(image("web-green"));
    awaitTwoPods(shop);
    assertThat(deployment("web-green").getSpec().getReplicas()).isZero();
    assertThat(shop.objectNames()).doesNotContain("HorizontalPodAutoscaler/web-green");
    assertThat(admin.services().inNamespace(namespace).withName("web").get().getSpec())
        .satisfies(
            spec ->
                assertThat(spec.getSelector()).containsEntry("ecommerceplatform.io/color", "blue"));
  }

  private PlatformUnderTest create() {
    PlatformUnderTest shop =
        PlatformUnderTest.create(
            admin,
            namespace,
            PlatformUnderTest.MINIMAL.replace(
                "spec: {",
                "spec: {services: [{name: web, scaling: {minReplicas: 2, maxReplicas: 4},"
                    + " expose: {path: /}}], "));
    shop.awaitPhase(Phase.Ready);
    return shop;
  }

  // the autoscaler raises the number to its minimum some seconds after the first pod is ready
  private void awaitTwoPods(PlatformUnderTest shop) {
    new Controllers(admin, namespace).await();
    shop.await(
        "two pods",
        p ->
            Integer.valueOf(2).equals(deployment("web-blue").getStatus().getReadyReplicas())
                && p.getStatus().services().getFirst().ready().equals("2/2"));
  }

  private Map<String, String> pods() {
    Map<String, String> pods = new TreeMap<>();
    admin
        .pods()
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(p -> pods.put(p.getMetadata().getName(), p.getMetadata().getUid()));
    return pods;
  }

  private String image(String deployment) {
    return deployment(deployment)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getImage();
  }

  private Deployment deployment(String name) {
    return admin.apps().deployments().inNamespace(namespace).withName(name).get();
  }
}
