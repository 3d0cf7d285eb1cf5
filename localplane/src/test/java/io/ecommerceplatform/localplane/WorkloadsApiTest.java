package io.ecommerceplatform.localplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pods come up, volumes bind and Jobs end although no kubelet is there. */
@LocalPlane
class WorkloadsApiTest {
  private KubernetesClient client;
  private String namespace;
  private Cluster cluster;

  @BeforeEach
  void connect(KubernetesClient client, TestNamespace namespace) {
    this.client = client;
    this.namespace = namespace.name();
    this.cluster = new Cluster(client, namespace);
  }

  @Test
  void deploymentBecomesAvailableAcrossThreeZones() {
    cluster.create(Cluster.deployment("web", 3, "nginx:1", ""));

    var web =
        cluster.await(
            client.apps().deployments().inNamespace(namespace).withName("web"),
            it -> Objects.equals(it.getStatus().getAvailableReplicas(), 3));

    assertThat(web.getStatus().getReadyReplicas()).isEqualTo(3);
    assertThat(client.nodes().list().getItems())
        .extracting(node -> node.getMetadata().getLabels().get("topology.kubernetes.io/zone"))
        .containsExactlyInAnyOrder("eu-central-1a", "eu-central-1b", "eu-central-1c");
  }

  @Test
  void statefulSetGetsAVolumePerReplicaAndDeletionFreesThem() {
    cluster.create(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          serviceName: db
          replicas: 2
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: main, image: "postgres:18"}]}
          volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
        """);
    var set = client.apps().statefulSets().inNamespace(namespace).withName("db");
    cluster.await(set, it -> Objects.equals(it.getStatus().getReadyReplicas(), 2));

    var claims = client.persistentVolumeClaims().inNamespace(namespace);
    assertThat(claims.list().getItems())
        .hasSize(2)
        .allSatisfy(claim -> assertThat(claim.getStatus().getPhase()).isEqualTo("Bound"))
        .allSatisfy(claim -> assertThat(claim.getSpec().getStorageClassName()).isEqualTo("gp3"));

    var volume = claims.list().getItems().getFirst().getSpec().getVolumeName();
    set.delete();
    cluster.awaitGone(set);
    claims.delete();
    cluster.awaitGone(client.resources(PersistentVolume.class).withName(volume));
  }

  @Test
  void claimOfAMissingStorageClassStaysPending() {
    cluster.create(claim("nowhere", "does-not-exist") + "---\n" + claim("on-efs", "efs-sc"));

    var claims = client.persistentVolumeClaims().inNamespace(namespace);
    cluster.await(claims.withName("on-efs"), it -> "Bound".equals(it.getStatus().getPhase()));

    assertThat(claims.withName("nowhere").get().getStatus().getPhase()).isEqualTo("Pending");
  }

  @Test
  void readinessTakesAsLongAsTheAnnotationSays() {
    var delay = "annotations: {pod-ready.stage.kwok.x-k8s.io/delay: 3s}";
    var started = System.nanoTime();
    cluster.create(Cluster.deployment("slow", 1, "nginx:1", delay));

    cluster.await(
        client.apps().deployments().inNamespace(namespace).withName("slow"),
        it -> Objects.equals(it.getStatus().getAvailableReplicas(), 1));

    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isBetween(Duration.ofMillis(2900), Duration.ofSeconds(10));
  }

  @Test
  void jobCompletes() {
    cluster.create(job("migrate", "flyway:11"));

    var job =
        cluster.await(
            client.batch().v1().jobs().inNamespace(namespace).withName("migrate"),
            it -> it.getStatus().getCompletionTime() != null);

    assertThat(job.getStatus().getSucceeded()).isEqualTo(1);
  }

  @Test
  void jobOfACrashingImageFails() {
    cluster.create(job("crash", "flyway:crashloop"));

    cluster.await(
        client.batch().v1().jobs().inNamespace(namespace).withName("crash"),
        it ->
            it.getStatus().getConditions().stream()
                .anyMatch(
                    condition ->
                        condition.getType().equals("Failed")
                            && condition.getReason().equals("BackoffLimitExceeded")));
  }

  private static String job(String name, String image) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: %s}
    spec:
      backoffLimit: 0
      template:
        spec: {restartPolicy: Never, containers: [{name: main, image: "%s"}]}
    """
        .formatted(name, image);
  }

  private static String claim(String name, String storageClass) {
    return """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: %s}
    spec:
      accessModes: [ReadWriteOnce]
      storageClassName: %s
      resources: {requests: {storage: 1Gi}}
    """
        .formatted(name, storageClass);
  }
}
