package io.ecommerceplatform.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads how a Deployment or StatefulSet does from its own status and from its pods' reasons.
 *
 * @param observed the world
 * @param owner whose objects count
 * @param contested what somebody else edits all the time: that its controller is one edit behind
 *     says nothing, and would be told and taken back with each of them
 */
record WorkloadHealth(Observed observed, Owner owner, Set<ObjectRef> contested) {

  static WorkloadHealth of(StatusInput input) {
    Set<ObjectRef> contested =
        input.contested().stream().map(Drift::ref).collect(Collectors.toSet());
    return new WorkloadHealth(input.observed(), input.platform().owner(), contested);
  }

  /** Health of the workload; pods are those that its selector takes. */
  Health of(String kind, String name) {
    Optional<LiveObject> found = observed.find(kind, name, owner);
    if (found.isEmpty()) {
      return new Health(0, 1, Reason.Applying, "%s/%s is not there yet".formatted(kind, name));
    }
    LiveObject workload = found.get();
    long wanted = workload.at("/spec/replicas").asLong(1);
    long ready = workload.at("/status/readyReplicas").asLong();
    PodTrouble pods = PodTrouble.of(workload, observed, owner);
    Optional<String> failure = pods.failure().or(() -> refusal(workload));
    if (failure.isPresent()) {
      return new Health(ready, wanted, Reason.PodsFailing, failure.get());
    }
    boolean seen = workload.isObserved() || contested.contains(workload.ref());
    long leaving = leaving(workload, kind);
    boolean current = seen && updated(workload, kind) == wanted && leaving <= 0;
    if (ready < wanted || !current) {
      String text = "%d of %d pods are ready".formatted(Math.min(ready, wanted), wanted);
      String old = leaving > 0 ? ", %d of the revision before still run".formatted(leaving) : "";
      String cause = old + pods.waiting().map(words -> "; " + words).orElse("");
      return new Health(ready, wanted, Reason.PodsStarting, text + cause);
    }
    return new Health(ready, wanted, Reason.AllReady, "");
  }

  // a rollout ends with the last pod of the revision before, and is told to end once
  private static long leaving(LiveObject workload, String kind) {
    return kind.equals("Deployment")
        ? workload.at("/status/replicas").asLong() - workload.at("/status/updatedReplicas").asLong()
        : 0;
  }

  private static long updated(LiveObject workload, String kind) {
    long wanted = workload.at("/spec/replicas").asLong(1);
    return kind.equals("StatefulSet") && !workload.at("/status").has("updatedReplicas")
        ? workload.at("/status/readyReplicas").asLong(wanted)
        : workload.at("/status/updatedReplicas").asLong();
  }

  /** What the controller itself says when it gets no pods made or no new ones to work. */
  private static Optional<String> refusal(LiveObject workload) {
    for (JsonNode condition : workload.at("/status/conditions")) {
      String is = condition.path("type").asText() + "=" + condition.path("status").asText();
      String reason = condition.path("reason").asText();
      boolean late = is.equals("Progressing=False") && reason.equals("ProgressDeadlineExceeded");
      if (late || is.equals("ReplicaFailure=True")) {
        return Optional.of(reason + ": " + condition.path("message").asText());
      }
    }
    return Optional.empty();
  }
}
