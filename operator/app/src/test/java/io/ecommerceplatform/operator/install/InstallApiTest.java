package io.ecommerceplatform.operator.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What deploy/kustomize ships is admitted by a real API server, and its rights are enough. */
@LocalPlane
class InstallApiTest {
  private static final String NAME = "ecommerce-platform-operator";
  private static final String SHIPPED_NAMESPACE = "ecommerce-platform-system";

  private KubernetesClient admin;
  private Kubeconfig adminConfig;
  private String served;
  private String system;

  @BeforeEach
  void choose(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig) {
    admin = client;
    adminConfig = kubeconfig;
    served = own.name();
    system = own.name() + "-sys";
  }

  // bindings without a namespace named the test's account; the tests after this one need theirs
  @AfterEach
  void giveBack() throws IOException {
    admin.namespaces().withName(system).delete();
    OperatorInstall.into(admin, adminConfig);
  }

  @Test
  void bothReplicasAreAdmittedUnderRestrictedAndServe() throws Exception {
    Overlay overlay = Overlay.render("cluster-wide").with(SHIPPED_NAMESPACE, system);

    overlay.apply(admin);

    Deployment deployment =
        admin
            .apps()
            .deployments()
            .inNamespace(system)
            .withName(NAME)
            .waitUntilCondition(InstallApiTest::isComplete, 120, TimeUnit.SECONDS);
    assertThat(deployment.getStatus().getReadyReplicas()).isEqualTo(2);
    assertThat(admin.namespaces().withName(system).get().getMetadata().getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    assertThat(
            admin
                .pods()
                .inNamespace(system)
                .withLabel("app.kubernetes.io/name", NAME)
                .list()
                .getItems())
        .extracting((Pod p) -> p.getSpec().getNodeName())
        .as("nodes")
        .doesNotHaveDuplicates()
        .hasSize(2);
    assertTheServiceReachesBoth();
    assertOneMayBeDrained();
  }

  private void assertTheServiceReachesBoth() {
    admin
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace(system)
        .withLabel("kubernetes.io/service-name", NAME)
        .informOnCondition(InstallApiTest::twoReady)
        .orTimeout(120, TimeUnit.SECONDS)
        .join();
  }

  private void assertOneMayBeDrained() {
    admin
        .policy()
        .v1()
        .podDisruptionBudget()
        .inNamespace(system)
        .withName(NAME)
        .waitUntilCondition(InstallApiTest::allowsOne, 120, TimeUnit.SECONDS);
  }

  @Test
  void theNamespacedRightsAreEnoughAndEndAtTheNamespace() throws Exception {
    Overlay overlay =
        Overlay.render("namespaced")
            .with(SHIPPED_NAMESPACE, system)
            .with("namespace: shop", "namespace: " + served)
            .with("ECP_NAMESPACES: shop", "ECP_NAMESPACES: " + served);
    overlay.apply(admin);
    Kubeconfig account = adminConfig.forServiceAccount(system, NAME);
    Map<String, String> settings = new TreeMap<>(overlay.only(ConfigMap.class, admin).getData());
    settings.put("ECP_OPERATOR_NAMESPACE", system);

    try (OperatorProcess operator = OperatorProcess.start(account, settings);
        KubernetesClient self = account.client()) {
      assertThat(may(self, "list", "secrets", served)).isTrue();
      assertThat(may(self, "list", "secrets", "default")).isFalse();
      assertThat(may(self, "list", "secrets", system)).isFalse();
      assertThat(may(self, "create", "deployments", "default")).isFalse();
      assertEveryProbeIsAnswered(overlay.only(Deployment.class, admin), operator);
      assertAPlatformBecomesReady();
    }
  }

  private static void assertEveryProbeIsAnswered(Deployment shipped, OperatorProcess operator) {
    Container container = shipped.getSpec().getTemplate().getSpec().getContainers().getFirst();
    List<String> paths =
        Stream.of(
                container.getStartupProbe(),
                container.getReadinessProbe(),
                container.getLivenessProbe())
            .map(Probe::getHttpGet)
            .map(HTTPGetAction::getPath)
            .toList();
    assertThat(paths).hasSize(3).allSatisfy(p -> assertThat(operator.get(p)).startsWith("200 "));
    assertThat(operator.get("/metrics")).startsWith("200 ");
  }

  private void assertAPlatformBecomesReady() {
    ECommercePlatform shop =
        Serialization.unmarshal(
            """
            apiVersion: ecommerceplatform.io/v1alpha1
            kind: ECommercePlatform
            metadata: {name: shop}
            spec: {profile: Economy, version: "1.0.0", domain: {host: shop.example.com}}
            """,
            ECommercePlatform.class);
    shop.getMetadata().setNamespace(served);
    admin.resource(shop).create();
    var resource = admin.resources(ECommercePlatform.class).inNamespace(served).withName("shop");
    resource.waitUntilCondition(
        p -> p.getStatus() != null && p.getStatus().phase() == Phase.Ready, 120, TimeUnit.SECONDS);
    resource.delete();
    resource.waitUntilCondition(gone -> gone == null, 120, TimeUnit.SECONDS);
  }

  private static boolean may(
      KubernetesClient client, String verb, String resource, String namespace) {
    var review =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withNewResourceAttributes()
            .withVerb(verb)
            .withGroup(resource.equals("deployments") ? "apps" : "")
            .withResource(resource)
            .withNamespace(namespace)
            .endResourceAttributes()
            .endSpec()
            .build();
    return client
        .authorization()
        .v1()
        .selfSubjectAccessReview()
        .create(review)
        .getStatus()
        .getAllowed();
  }

  private static boolean isComplete(Deployment deployment) {
    return deployment != null
        && deployment.getStatus() != null
        && Integer.valueOf(2).equals(deployment.getStatus().getReadyReplicas());
  }

  private static boolean twoReady(List<EndpointSlice> slices) {
    return slices.stream()
            .flatMap(s -> s.getEndpoints().stream())
            .filter(e -> Boolean.TRUE.equals(e.getConditions().getReady()))
            .count()
        == 2;
  }

  private static boolean allowsOne(PodDisruptionBudget budget) {
    return budget != null
        && budget.getStatus() != null
        && Integer.valueOf(1).equals(budget.getStatus().getDisruptionsAllowed());
  }
}
