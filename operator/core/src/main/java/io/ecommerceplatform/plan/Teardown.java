package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes a platform down in the order that loses nothing: traffic, then workloads, then stores, then
 * what they leaned on. Each pass deletes one group; the next one starts when the group is gone.
 *
 * @param owner whose platform goes
 */
public record Teardown(Owner owner) {
  private static final List<Predicate<LiveObject>> ORDER =
      List.of(
          Teardown::bringsTraffic,
          kinds("HorizontalPodAutoscaler", "ScaledObject", "Deployment", "Job", "CronJob"),
          kinds("StatefulSet", "Kafka"),
          kinds("KafkaNodePool"));

  /** What to delete now; empty while the current group is still on its way out. */
  public Plan next(Observed observed) {
    List<LiveObject> remaining = remaining(observed);
    Predicate<LiveObject> group =
        ORDER.stream().filter(g -> remaining.stream().anyMatch(g)).findFirst().orElse(o -> true);
    return Plan.of(
        remaining.stream()
            .filter(group)
            .filter(o -> !o.isBeingDeleted())
            .map(o -> Action.without(Operation.DELETE, o.ref(), o.uid(), "the platform is deleted"))
            .toList());
  }

  /** True when nothing is left but what its deletion policy keeps. */
  public boolean isDone(Observed observed) {
    return remaining(observed).isEmpty();
  }

  private static boolean bringsTraffic(LiveObject object) {
    return object.ref().kind().equals("Ingress")
        || object.at("/spec/type").asText().equals("LoadBalancer");
  }

  private static Predicate<LiveObject> kinds(String... kinds) {
    return object -> Set.of(kinds).contains(object.ref().kind());
  }

  private List<LiveObject> remaining(Observed observed) {
    return observed.objects().values().stream()
        .filter(o -> o.isOf(owner))
        .filter(o -> !Diff.RETAIN.equals(o.labels().get(Diff.DELETION_POLICY)))
        .toList();
  }
}
