package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Volumes grow in place: no pod is deleted, and the operator may die anywhere on the way. */
@LocalPlane
class GrowthApiTest {
  private static final String SHOP =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "1.0.0"
        services: [{name: web}]
        databases:
        - {name: main, engine: MongoDB, instances: 3, allocatedStorage: 1Gi, storageClassName: gp3}
        - {name: fixed, engine: MySQL, allocatedStorage: 1Gi, storageClassName: efs-sc}
      """;

  private final Map<String, String> sizes = new TreeMap<>(Map.of("main", "1Gi", "fixed", "1Gi"));
  private KubernetesClient admin;
  private String namespace;
  private Kubeconfig account;
  private OperatorProcess operator;
  private PlatformUnderTest shop;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig) throws IOException {
    admin = client;
    namespace = own.name();
    account = OperatorInstall.into(client, kubeconfig);
    operator = operator();
    shop = PlatformUnderTest.create(client, namespace, SHOP);
    shop.awaitPhase(Phase.Ready);
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
  }

  @Test
  void volumesAndTemplateGrowAroundPodsThatKeepRunning() {
    Map<String, String> pods = pods();
    Map<String, String> others = others();
    String set = set("main").getMetadata().getUid();

    grow("main", "2Gi");
    shop.awaitPhase(Phase.Ready);

    assertThat(requests("main")).containsOnly("2Gi").hasSize(3);
    assertThat(template("main")).isEqualTo("2Gi");
    assertThat(set("main").getMetadata().getUid()).isNotEqualTo(set);
    assertThat(pods()).as("no pod was deleted").isEqualTo(pods);
    assertThat(others()).as("nothing else was touched").isEqualTo(others);
  }

  @Test
  void aDeathAfterTheVolumesOrAfterTheStatefulSetIsMadeGood() throws IOException {
    Map<String, String> pods = pods();
    growAndDieWhen("2Gi", () -> requests("main").contains("2Gi"));
    growAndDieWhen("3Gi", () -> isGoneOrNew("3Gi"));
    assertThat(requests("main")).containsOnly("3Gi").hasSize(3);
    assertThat(pods()).as("no pod was deleted").isEqualTo(pods);
  }

  @Test
  void nothingIsDoneByHalfWhereNothingGrowsAndNothingShrinks() {
    String set = set("fixed").getMetadata().getResourceVersion();
    grow("fixed", "2Gi");
    shop.awaitPhase(Phase.Degraded);
    assertThat(shop.condition("DataReady").getReason()).isEqualTo("VolumesCannotGrow");
    assertThat(shop.condition("DataReady").getMessage())
        .contains("spec.databases[fixed].allocatedStorage", "kubectl patch storageclass efs-sc");
    assertThat(requests("fixed")).containsOnly("1Gi");
    assertThat(set("fixed").getMetadata().getResourceVersion()).isEqualTo(set);

    grow("fixed", "512Mi");
    shop.awaitPhase(Phase.Blocked);
    assertThat(shop.condition("DataReady").getReason()).isEqualTo("VolumesCannotShrink");
    assertThat(set("fixed").getMetadata().getResourceVersion()).isEqualTo(set);

    grow("fixed", "1Gi");
    shop.awaitPhase(Phase.Ready);
  }

  private void growAndDieWhen(String size, BooleanSupplier moment) throws IOException {
    grow("main", size);
    Await.until("the moment of death", moment, operator::log);
    operator.kill();
    operator.close();
    operator = operator();
    shop.awaitPhase(Phase.Ready);
    assertThat(template("main")).isEqualTo(size);
  }

  // one look: between two of them the StatefulSet may come or go
  private boolean isGoneOrNew(String size) {
    StatefulSet seen = set("main");
    return seen == null || template(seen).equals(size);
  }

  private OperatorProcess operator() {
    return OperatorProcess.start(account, Map.of("ECP_NAMESPACES", namespace));
  }

  private void grow(String store, String size) {
    sizes.put(store, size);
    shop.patch(
        """
        {"spec": {"databases": [
          {"name": "main", "engine": "MongoDB", "instances": 3, "storageClassName": "gp3",
           "allocatedStorage": "%s"},
          {"name": "fixed", "engine": "MySQL", "storageClassName": "efs-sc",
           "allocatedStorage": "%s"}]}}
        """
            .formatted(sizes.get("main"), sizes.get("fixed")));
  }

  private StatefulSet set(String name) {
    return admin.apps().statefulSets().inNamespace(namespace).withName(name).get();
  }

  private String template(String name) {
    return template(set(name));
  }

  private static String template(StatefulSet set) {
    return size(set.getSpec().getVolumeClaimTemplates().getFirst());
  }

  private List<String> requests(String store) {
    return admin
        .persistentVolumeClaims()
        .inNamespace(namespace)
        .withLabel("app.kubernetes.io/instance", store)
        .list()
        .getItems()
        .stream()
        .map(GrowthApiTest::size)
        .toList();
  }

  private static String size(PersistentVolumeClaim claim) {
    Quantity size = claim.getSpec().getResources().getRequests().get("storage");
    return size.toString();
  }

  private Map<String, String> pods() {
    Map<String, String> uids = new TreeMap<>();
    admin
        .pods()
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(pod -> uids.put(pod.getMetadata().getName(), pod.getMetadata().getUid()));
    return uids;
  }

  private Map<String, String> others() {
    Map<String, String> versions = shop.objects(GrowthApiTest::generation);
    versions.remove("StatefulSet/main");
    return versions;
  }

  private static String generation(HasMetadata object) {
    return object.getMetadata().getUid() + "/" + object.getMetadata().getGeneration();
  }
}
