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
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Volumes go with their store only where the resource says so, and only after the store. */
@LocalPlane
class VolumeRemovalApiTest {
  private static final int CONFLICT = 409;
  private static final String POLICY = "ecommerceplatform.io/deletion-policy";
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
        - {name: main, engine: MySQL, storageClassName: gp3, deletionPolicy: Delete}
        - {name: kept, engine: MySQL, storageClassName: gp3}
      """;

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
    client.resource(foreign()).create();
    operator = operator();
    shop = PlatformUnderTest.create(client, namespace, SHOP);
    shop.awaitPhase(Phase.Ready);
    Await.until("labelled", () -> policy("data-main-0").equals("Delete"), operator::log);
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
  }

  @Test
  void thePolicyIsFollowedWithoutTouchingAPod() {
    Map<String, String> pods = pods();
    databases(database("main", "Retain"), database("kept", "Delete"));
    Await.until(
        "both labelled",
        () -> policy("data-main-0").equals("Retain") && policy("data-kept-0").equals("Delete"),
        operator::log);
    shop.awaitPhase(Phase.Ready);
    assertThat(pods()).isEqualTo(pods);
  }

  @Test
  void theVolumeOfAStoreThatLeftWaitsForApproval() throws IOException {
    databases(database("kept", "Retain"));
    shop.await(
        "asked",
        p ->
            p.getStatus().plan() != null
                && p.getStatus().plan().summary().equals("+0 ~0 -1 (1 destroy)"));
    assertThat(set("main")).as("the store itself goes at once").isFalse();
    assertThat(volumes()).contains("data-main-0");

    // approved while nobody is there: what was left between set and volume is made good
    String hash = shop.resource().get().getStatus().plan().hash();
    operator.kill();
    operator.close();
    shop.patch(
        "{\"metadata\": {\"annotations\": {\"ecommerceplatform.io/approve-plan\": \"%s\"}}}"
            .formatted(hash));
    operator = operator();

    Await.until("volume gone", () -> !volumes().contains("data-main-0"), operator::log);
    shop.awaitPhase(Phase.Ready);
    assertThat(volumes()).contains("data-kept-0", "data-main-9");
  }

  @Test
  void aDeletedPlatformTakesTheVolumesThatGoAndADeathInBetweenIsMadeGood() throws IOException {
    // the server goes on showing the claim while something holds it, as a pod's use of it would
    hold("data-main-0", List.of("example.com/hold"));
    shop.resource().delete();
    Await.until("set gone", () -> !set("main") && !set("kept"), operator::log);
    operator.kill();
    operator.close();
    assertThat(volumes()).contains("data-main-0");

    operator = operator();
    Await.until("on its way out", () -> isLeaving("data-main-0"), operator::log);
    assertThat(shop.resource().get()).as("stays until the volume is gone").isNotNull();
    hold("data-main-0", List.of());

    Await.until("platform gone", () -> shop.resource().get() == null, operator::log);
    assertThat(volumes()).contains("data-kept-0", "data-main-9").doesNotContain("data-main-0");
  }

  @Test
  void aLastEditBeforeTheDeletionCounts() throws IOException {
    operator.kill();
    operator.close();
    databases(database("main", "Retain"), database("kept", "Delete"));
    shop.resource().delete();
    operator = operator();

    Await.until("platform gone", () -> shop.resource().get() == null, operator::log);
    assertThat(volumes()).contains("data-main-0").doesNotContain("data-kept-0");
  }

  private OperatorProcess operator() {
    return OperatorProcess.start(account, Map.of("ECP_NAMESPACES", namespace));
  }

  private static String database(String name, String policy) {
    return """
           {"name": "%s", "engine": "MySQL", "storageClassName": "gp3", "deletionPolicy": "%s"}"""
        .formatted(name, policy);
  }

  private void databases(String... databases) {
    shop.patch("{\"spec\": {\"databases\": [%s]}}".formatted(String.join(", ", databases)));
  }

  /** Has the name of a volume of the store, and is nobody's business. */
  private PersistentVolumeClaim foreign() {
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName("data-main-9")
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withAccessModes("ReadWriteOnce")
        .withNewResources()
        .withRequests(Map.of("storage", new Quantity("1Gi")))
        .endResources()
        .endSpec()
        .build();
  }

  private boolean set(String name) {
    return admin.apps().statefulSets().inNamespace(namespace).withName(name).get() != null;
  }

  private PersistentVolumeClaim volume(String name) {
    return admin.persistentVolumeClaims().inNamespace(namespace).withName(name).get();
  }

  private boolean isLeaving(String volume) {
    return volume(volume).getMetadata().getDeletionTimestamp() != null;
  }

  private String policy(String volume) {
    return volume(volume).getMetadata().getLabels().getOrDefault(POLICY, "");
  }

  /** Its controllers write to it at the same time; whoever comes second looks again. */
  private void hold(String volume, List<String> finalizers) {
    Await.until("held as asked", () -> isHeld(volume, finalizers), () -> volume(volume).toString());
  }

  private boolean isHeld(String volume, List<String> finalizers) {
    try {
      admin
          .persistentVolumeClaims()
          .inNamespace(namespace)
          .withName(volume)
          .edit(
              claim -> {
                List<String> all = claim.getMetadata().getFinalizers();
                all.removeIf(f -> f.startsWith("example.com/"));
                all.addAll(finalizers);
                return claim;
              });
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private List<String> volumes() {
    return names(admin.persistentVolumeClaims().inNamespace(namespace).list().getItems());
  }

  private static List<String> names(List<? extends HasMetadata> objects) {
    return objects.stream().map(o -> o.getMetadata().getName()).toList();
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
}
