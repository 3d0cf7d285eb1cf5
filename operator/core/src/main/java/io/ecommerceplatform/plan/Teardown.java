package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a platform down in the order that loses nothing: traffic, then workloads, then stores, then
 * what they leaned on. Each pass deletes one group; the next one starts when the group is gone.
 *
 * @param owner whose platform goes
 */
public record Teardown(Owner owner) {
  private static final List<Set<String>> ORDER =
      List.of(
          Set.of("Ingress"),
          Set.of("HorizontalPodAutoscaler", "Deployment", "Job", "CronJob"),
          Set.of("StatefulSet", "Kafka"),
          Set.of("KafkaNodePool"));

  /** What to delete now; empty while the current group is still on its way out. */
  public Plan next(Observed observed) {
    List<LiveObject> remaining = remaining(observed);
    Optional<Set<String>> group =
        ORDER.stream()
            .filter(kinds -> remaining.stream().anyMatch(o -> kinds.contains(o.ref().kind())))
            .findFirst();
    return Plan.of(
        remaining.stream()
            .filter(o -> group.isEmpty() || group.get().contains(o.ref().kind()))
            .filter(o -> !o.isBeingDeleted())
            .map(o -> Action.without(Operation.DELETE, o.ref(), o.uid(), "the platform is deleted"))
            .toList());
  }

  /** True when nothing is left but what its deletion policy keeps. */
  public boolean isDone(Observed observed) {
    return remaining(observed).isEmpty();
  }

  private List<LiveObject> remaining(Observed observed) {
    return observed.objects().values().stream()
        .filter(o -> o.isOf(owner))
        .filter(o -> !Diff.RETAIN.equals(o.labels().get(Diff.DELETION_POLICY)))
        .toList();
  }
}
