package io.ecommerceplatform.status;

import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.PodView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pods of one workload that are not ready say about it.
 *
 * @param pods those that are not ready, by name
 * @param namespace where they are, for the commands that are told
 */
record PodTrouble(List<PodView> pods, String namespace) {
  /** The pods that the selector of a workload takes. */
  static PodTrouble of(LiveObject workload, Observed observed, Owner owner) {
    Map<String, String> selector = Json.strings(workload.at("/spec/selector"), "matchLabels");
    return new PodTrouble(
        observed.pods().stream()
            .filter(pod -> pod.labels().entrySet().containsAll(selector.entrySet()))
            .filter(pod -> !pod.ready())
            .sorted(Comparator.comparing(PodView::name))
            .toList(),
        owner.namespace());
  }

  /** The pods of one Job. */
  static PodTrouble ofJob(String job, Observed observed, Owner owner) {
    return new PodTrouble(
        observed.pods().stream()
            .filter(pod -> job.equals(pod.labels().get("batch.kubernetes.io/job-name")))
            .filter(pod -> !pod.ready())
            .sorted(Comparator.comparing(PodView::name))
            .toList(),
        owner.namespace());
  }

  /** About a pod that will not run as it is; empty when there is none. */
  Optional<String> failure() {
    return pods.stream().filter(pod -> isFailure(pod.reason())).findFirst().map(this::words);
  }

  /** About a pod that waits for something, such as room on a node; empty when none says so. */
  Optional<String> waiting() {
    return pods.stream().filter(pod -> !pod.reason().isEmpty()).findFirst().map(this::words);
  }

  // what a kubelet says of a pod that will not run as it is; all else, such as waiting for a node
  // or for a volume, passes by itself
  private static boolean isFailure(String reason) {
    return switch (reason) {
      case "ImagePullBackOff",
          "ErrImagePull",
          "ErrImageNeverPull",
          "InvalidImageName",
          "CrashLoopBackOff",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError",
          "OOMKilled",
          "Error" ->
          true;
      default -> false;
    };
  }

  private String words(PodView pod) {
    String detail = pod.message().isEmpty() ? "" : " (" + pod.message() + ")";
    return switch (pod.reason()) {
      case "ImagePullBackOff", "ErrImagePull", "InvalidImageName" ->
          "%s: image %s cannot be pulled%s; set an image that exists"
              .formatted(pod.reason(), pod.image(), detail);
      case "CrashLoopBackOff", "Error", "OOMKilled" -> ended(pod, detail);
      default ->
          "%s: pod %s%s; see kubectl describe pod -n %s %s"
              .formatted(pod.reason(), pod.name(), detail, namespace, pod.name());
    };
  }

  private String ended(PodView pod, String detail) {
    // of a pod that was not started again there is no previous log
    return pod.restarts() == 0
        ? "%s: pod %s has ended%s; read kubectl logs -n %s %s"
            .formatted(pod.reason(), pod.name(), detail, namespace, pod.name())
        : "%s: pod %s stops again and again%s; read kubectl logs -n %s %s --previous"
            .formatted(pod.reason(), pod.name(), detail, namespace, pod.name());
  }
}
