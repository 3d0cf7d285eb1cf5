package io.ecommerceplatform.status;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.PodView;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads how a Deployment or StatefulSet does from its own status and from its pods' reasons.
 *
 * @param observed the world
 * @param owner whose objects count
 */
record WorkloadHealth(Observed observed, Owner owner) {

  /** Health of the workload; pods are those that its selector takes. */
  Health of(String kind, String name) {
    Optional<LiveObject> found = observed.find(kind, name, owner);
    if (found.isEmpty()) {
      return new Health(0, 1, Reason.Applying, "%s/%s is not there yet".formatted(kind, name));
    }
    LiveObject workload = found.get();
    long wanted = workload.at("/spec/replicas").asLong(1);
    long ready = workload.at("/status/readyReplicas").asLong();
    Optional<PodView> failing = failing(workload);
    if (failing.isPresent()) {
      return new Health(ready, wanted, Reason.PodsFailing, words(failing.get()));
    }
    boolean current = workload.isObserved() && updated(workload, kind) == wanted;
    if (ready < wanted || !current) {
      String text = "%d of %d pods are ready".formatted(Math.min(ready, wanted), wanted);
      return new Health(ready, wanted, Reason.PodsStarting, text);
    }
    return new Health(ready, wanted, Reason.AllReady, "");
  }

  /** The kubelet's words about a pod of the workload that fails; empty when none does. */
  Optional<String> failure(LiveObject workload) {
    return failing(workload).map(this::words);
  }

  private static long updated(LiveObject workload, String kind) {
    long wanted = workload.at("/spec/replicas").asLong(1);
    return kind.equals("StatefulSet") && !workload.at("/status").has("updatedReplicas")
        ? workload.at("/status/readyReplicas").asLong(wanted)
        : workload.at("/status/updatedReplicas").asLong();
  }

  private Optional<PodView> failing(LiveObject workload) {
    Map<String, String> selector =
        workload.at("/spec/selector/matchLabels").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asText()));
    return observed.pods().stream()
        .filter(pod -> pod.labels().entrySet().containsAll(selector.entrySet()))
        .filter(pod -> !pod.ready() && isFailure(pod.reason()))
        .min((a, b) -> a.name().compareTo(b.name()));
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
      case "CrashLoopBackOff", "Error", "OOMKilled" ->
          "%s: pod %s stops again and again%s; read kubectl logs -n %s %s --previous"
              .formatted(pod.reason(), pod.name(), detail, owner.namespace(), pod.name());
      default ->
          "%s: pod %s%s; see kubectl describe pod -n %s %s"
              .formatted(pod.reason(), pod.name(), detail, owner.namespace(), pod.name());
    };
  }
}
