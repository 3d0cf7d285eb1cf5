package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.apply.FingerprintKey;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two builds of the operator, one after the other: the second one has a catalogue of its own, which
 * makes other pods of every service and of the database.
 */
@LocalPlane
class UpgradeApiTest {
  private static final String SYSTEM = "ecommerce-platform-system";

  @TempDir private Path otherBuild;
  private KubernetesClient admin;
  private String namespace;
  private Kubeconfig account;
  private OperatorProcess operator;
  private PlatformUnderTest shop;

  @BeforeEach
  void runsUnderTheFirstBuild(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig)
      throws IOException {
    admin = client;
    namespace = own.name();
    account = OperatorInstall.into(client, kubeconfig);
    new OtherBuild(otherBuild)
        .with("services.yaml", "livenessPath: /livez", "livenessPath: /healthz")
        .with(
            "stores.yaml",
            "Economy: {cpu: 100m, memory: 256Mi",
            "Economy: {cpu: 123m, memory: 256Mi");
    operator = OperatorProcess.start(account, settings());
    shop =
        PlatformUnderTest.create(
            admin,
            namespace,
            PlatformUnderTest.MINIMAL.replace(
                "spec: {", "spec: {services: [{name: web, expose: {path: /}}, {name: user}], "));
    shop.awaitPhase(Phase.Ready);
    new Controllers(admin, namespace).await();
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
  }

  @Test
  void anUpgradeRollsNothingUntilItIsApprovedAndARollbackRollsNothing() throws IOException {
    Map<String, String> generations = generations();
    Set<String> pods = pods();

    upgrade();
    String hash = awaitPending();
    assertThat(generations()).isEqualTo(generations);
    assertThat(pods()).isEqualTo(pods);
    assertThat(shop.resource().get().getStatus().phase()).isEqualTo(Phase.Ready);
    assertThat(shop.condition("WorkloadsReady").getMessage())
        .contains("Deployment/user-blue, Deployment/web-blue", "approve-plan=" + hash);
    assertThat(shop.condition("DataReady").getMessage()).contains("StatefulSet/postgresql");

    approve(hash);
    shop.await("rolled", p -> p.getStatus().plan() == null && isRolled());
    // Ready is what it was before, too
    new Controllers(admin, namespace).await();
    shop.awaitPhase(Phase.Ready);
    Map<String, String> rolled = generations();
    for (String id :
        List.of("Deployment/user-blue", "Deployment/web-blue", "StatefulSet/postgresql")) {
      assertThat(rolled.get(id)).as(id).isNotEqualTo(generations.get(id));
    }
    assertThat(rolled.get("StatefulSet/kafka"))
        .as("its pods are the same in both builds")
        .isEqualTo(generations.get("StatefulSet/kafka"));

    Set<String> newPods = pods();
    operator.stop();
    operator.close();
    operator = OperatorProcess.start(account, settings());
    awaitPending();
    assertThat(generations()).isEqualTo(rolled);
    assertThat(pods()).isEqualTo(newPods);
  }

  @Test
  void aChangeOfOneServiceTakesTheNewPodsOfThatOneAlong() throws IOException {
    upgrade();
    awaitPending();
    Map<String, String> before = generations();
    shop.patch(
        """
        {"spec": {"services": [{"name": "web", "expose": {"path": "/"}},
          {"name": "user", "env": [{"name": "GREETING", "value": "hello"}]}]}}
        """);
    shop.await("user rolled", p -> livenessPath("user-blue").equals("/healthz"));
    shop.awaitPhase(Phase.Ready);

    Map<String, String> after = generations();
    assertThat(after.remove("Deployment/user-blue"))
        .isNotEqualTo(before.remove("Deployment/user-blue"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aLostKeyOfFingerprintsRestartsNoPodAndALaterRotationDoes() throws IOException {
    // the generation of a Deployment counts its annotations too, so the templates are compared
    Map<String, String> templates = shop.objects(UpgradeApiTest::template);
    Set<String> pods = pods();
    Set<String> names = shop.objectNames();
    String proofs = proofs();
    operator.stop();
    operator.close();
    admin.secrets().inNamespace(SYSTEM).withName(FingerprintKey.SECRET).delete();
    operator = OperatorProcess.start(account, settings());
    shop.await("proofs under the new key", p -> !proofs().equals(proofs));
    shop.awaitPhase(Phase.Ready);
    assertThat(shop.objects(UpgradeApiTest::template)).isEqualTo(templates);
    assertThat(pods()).isEqualTo(pods);
    assertThat(shop.objectNames()).isEqualTo(names);

    admin
        .secrets()
        .inNamespace(namespace)
        .withName("jwt")
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\": {\"secret\": \"YW5vdGhlcg==\"}}");
    String user = "Deployment/user-blue";
    shop.await(
        "user rolled",
        p -> !shop.objects(UpgradeApiTest::template).get(user).equals(templates.get(user)));
    shop.awaitPhase(Phase.Ready);
    assertThat(shop.objects(UpgradeApiTest::template).get("Deployment/web-blue"))
        .isEqualTo(templates.get("Deployment/web-blue"));
  }

  private void upgrade() throws IOException {
    operator.stop();
    operator.close();
    operator = OperatorProcess.startOtherBuild(account, settings(), otherBuild);
  }

  /** The hash of the plan that waits. */
  private String awaitPending() {
    ECommercePlatform pending =
        shop.await(
            "UpgradePending",
            p ->
                p.getStatus().plan() != null
                    && p.getStatus().conditions().stream()
                        .anyMatch(
                            c ->
                                c.getType().equals("PlanPending")
                                    && c.getReason().equals("UpgradePending")));
    return pending.getStatus().plan().hash();
  }

  private void approve(String hash) {
    shop.resource()
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\": {\"annotations\": {\"ecommerceplatform.io/approve-plan\": \"%s\"}}}"
                .formatted(hash));
  }

  private boolean isRolled() {
    return livenessPath("user-blue").equals("/healthz")
        && livenessPath("web-blue").equals("/healthz")
        && "123m"
            .equals(
                admin
                    .apps()
                    .statefulSets()
                    .inNamespace(namespace)
                    .withName("postgresql")
                    .get()
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .getFirst()
                    .getResources()
                    .getRequests()
                    .get("cpu")
                    .toString());
  }

  private String livenessPath(String deployment) {
    return admin
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName(deployment)
        .get()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getLivenessProbe()
        .getHttpGet()
        .getPath();
  }

  private static String template(HasMetadata object) {
    return switch (object) {
      case Deployment deployment -> Serialization.asYaml(deployment.getSpec().getTemplate());
      case StatefulSet members -> Serialization.asYaml(members.getSpec().getTemplate());
      default -> "";
    };
  }

  private Map<String, String> generations() {
    Map<String, String> generations =
        new TreeMap<>(
            shop.objects(o -> o.getMetadata().getUid() + " " + o.getMetadata().getGeneration()));
    generations
        .keySet()
        .removeIf(id -> !id.startsWith("Deployment/") && !id.startsWith("StatefulSet/"));
    return generations;
  }

  private Set<String> pods() {
    Set<String> uids = new TreeSet<>();
    admin.pods().inNamespace(namespace).list().getItems().stream()
        .filter(p -> !p.getMetadata().getName().contains("-setup-"))
        .map(HasMetadata::getMetadata)
        .forEach(m -> uids.add(m.getName() + " " + m.getUid()));
    return uids;
  }

  private String proofs() {
    return admin
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withName("user-blue")
        .get()
        .getMetadata()
        .getAnnotations()
        .get("ecommerceplatform.io/credential-proofs");
  }

  private Map<String, String> settings() {
    return Map.of("ECP_NAMESPACES", namespace);
  }
}
