package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.operator.process.Await;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the cluster's own controllers still have to do in a namespace. The operator prunes what
 * running pods read only when they are gone, and says how many are ready: until this list is empty,
 * more writes of it are to come.
 *
 * @param admin a client that may read all
 * @param namespace where
 */
record Controllers(KubernetesClient admin, String namespace) {

  /** Waits until they have nothing to do. */
  void await() {
    Await.until("at rest", () -> unfinished().isEmpty(), () -> unfinished().toString());
  }

  List<String> unfinished() {
    Stream<String> deployments =
        admin.apps().deployments().inNamespace(namespace).list().getItems().stream()
            .filter(d -> !isRolledOut(d))
            .map(d -> "Deployment/" + d.getMetadata().getName());
    Stream<String> stores =
        admin.apps().statefulSets().inNamespace(namespace).list().getItems().stream()
            .filter(s -> !isRolledOut(s))
            .map(s -> "StatefulSet/" + s.getMetadata().getName());
    Stream<String> pods =
        admin.pods().inNamespace(namespace).list().getItems().stream()
            .filter(Controllers::isOnItsWay)
            .map(p -> "Pod/" + p.getMetadata().getName());
    Stream<String> autoscalers =
        admin
            .autoscaling()
            .v2()
            .horizontalPodAutoscalers()
            .inNamespace(namespace)
            .list()
            .getItems()
            .stream()
            .filter(a -> !isInBounds(a))
            .map(a -> "HorizontalPodAutoscaler/" + a.getMetadata().getName());
    return Stream.of(deployments, stores, pods, autoscalers).flatMap(s -> s).toList();
  }

  private static boolean isRolledOut(Deployment deployment) {
    var status = deployment.getStatus();
    int wanted = deployment.getSpec().getReplicas();
    return Objects.equals(status.getObservedGeneration(), deployment.getMetadata().getGeneration())
        && number(status.getReplicas()) == wanted
        && number(status.getUpdatedReplicas()) == wanted;
  }

  private static boolean isRolledOut(StatefulSet store) {
    var status = store.getStatus();
    return Objects.equals(status.getObservedGeneration(), store.getMetadata().getGeneration())
        && number(status.getReplicas()) == store.getSpec().getReplicas()
        && Objects.equals(status.getCurrentRevision(), status.getUpdateRevision());
  }

  private static boolean isOnItsWay(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() != null
        || "Pending".equals(pod.getStatus().getPhase());
  }

  // one on zero replicas is disabled, and whoever it is to scale may not be there yet
  private boolean isInBounds(HorizontalPodAutoscaler autoscaler) {
    var spec = autoscaler.getSpec();
    return Optional.ofNullable(
            admin
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withName(spec.getScaleTargetRef().getName())
                .get())
        .map(target -> target.getSpec().getReplicas())
        .filter(replicas -> replicas > 0)
        .map(replicas -> replicas >= spec.getMinReplicas() && replicas <= spec.getMaxReplicas())
        .orElse(true);
  }

  private static int number(Integer value) {
    return value == null ? 0 : value;
  }
}
