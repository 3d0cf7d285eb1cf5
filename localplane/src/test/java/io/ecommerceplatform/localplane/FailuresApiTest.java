package io.ecommerceplatform.localplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plane fails on demand: images, processes, nodes. */
@LocalPlane
class FailuresApiTest {
  private static final String NODE_LOSS = "node-not-ready.stage.kwok.x-k8s.io";

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
  void brokenImageEndsInProgressDeadlineExceeded() {
    cluster.create(Cluster.deployment("shop", 2, "shop:1.2-broken", ""));

    cluster.await(
        client.apps().deployments().inNamespace(namespace).withName("shop"),
        it ->
            it.getStatus().getConditions().stream()
                .anyMatch(condition -> "ProgressDeadlineExceeded".equals(condition.getReason())));

    assertThat(cluster.pods("shop")).hasSize(2).allMatch(pod -> waiting(pod, "ImagePullBackOff"));
  }

  @Test
  void brokenInitImageKeepsThePodFromInitialising() {
    cluster.create(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: init, labels: {app: init}}
        spec:
          initContainers: [{name: prepare, image: "tools:broken"}]
          containers: [{name: main, image: "nginx:1"}]
        """);

    var pod =
        cluster.awaitPod(
            "init",
            it ->
                it.getStatus().getInitContainerStatuses().stream()
                    .anyMatch(status -> isWaiting(status, "ImagePullBackOff")));

    assertThat(pod.getStatus().getPhase()).isEqualTo("Pending");
    assertThat(waiting(pod, "PodInitializing")).isTrue();
  }

  @Test
  void crashLoopCountsItsRestarts() {
    cluster.create(Cluster.deployment("loop", 1, "shop:crashloop", ""));

    var pod =
        cluster.awaitPod(
            "loop",
            it ->
                it.getStatus().getContainerStatuses().stream()
                    .anyMatch(status -> status.getRestartCount() >= 2));

    assertThat(waiting(pod, "CrashLoopBackOff")).isTrue();
    assertThat(pod.getStatus().getContainerStatuses().getFirst().getLastState().getTerminated())
        .satisfies(state -> assertThat(state.getExitCode()).isEqualTo(1));
  }

  @Test
  void podsOfALostNodeMoveAndTheNodeComesBack() {
    cluster.create(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: moving}
        spec:
          replicas: 3
          selector: {matchLabels: {app: moving}}
          template:
            metadata: {labels: {app: moving}}
            spec:
              tolerations:
              - {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 1}
              containers: [{name: main, image: "nginx:1"}]
        """);
    var deployment = client.apps().deployments().inNamespace(namespace).withName("moving");
    cluster.await(deployment, it -> Objects.equals(it.getStatus().getAvailableReplicas(), 3));
    var lost = cluster.pods("moving").getFirst().getSpec().getNodeName();
    var node = client.nodes().withName(lost);
    try {
      node.edit(it -> labelled(it, "true"));
      cluster.await(node, it -> "False".equals(ready(it)));
      client
          .pods()
          .inNamespace(namespace)
          .withLabel("app", "moving")
          .informOnCondition(pods -> pods.size() == 3 && allElsewhere(pods, lost))
          .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
          .join();
    } finally {
      node.edit(it -> labelled(it, null));
    }
    cluster.await(node, it -> "True".equals(ready(it)));
    cluster.await(deployment, it -> Objects.equals(it.getStatus().getAvailableReplicas(), 3));
  }

  private static boolean allElsewhere(List<Pod> pods, String node) {
    return pods.stream().noneMatch(pod -> Objects.equals(pod.getSpec().getNodeName(), node));
  }

  private static Node labelled(Node node, String value) {
    if (value == null) {
      node.getMetadata().getLabels().remove(NODE_LOSS);
    } else {
      node.getMetadata().getLabels().put(NODE_LOSS, value);
    }
    return node;
  }

  private static String ready(Node node) {
    return node.getStatus().getConditions().stream()
        .filter(condition -> condition.getType().equals("Ready"))
        .findFirst()
        .orElseThrow()
        .getStatus();
  }

  private static boolean waiting(Pod pod, String reason) {
    return pod.getStatus().getContainerStatuses().stream()
        .anyMatch(status -> isWaiting(status, reason));
  }

  private static boolean isWaiting(ContainerStatus status, String reason) {
    var waiting = status.getState().getWaiting();
    return waiting != null && reason.equals(waiting.getReason());
  }
}
