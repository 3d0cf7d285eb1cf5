package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes a platform down in the order that loses nothing: traffic, then workloads, then stores, then
 * what they leaned on. Each pass deletes one group; the next one starts when the group is gone.
 *
 * @param owner whose platform goes
 * @param volumes deletion policies of the volumes of stores that the resource has now, by store; an
 *     edit right before the deletion may not have reached their labels
 */
public record Teardown(Owner owner, Map<String, String> volumes) {
  private static final List<Predicate<LiveObject>> ORDER =
      List.of(
          Teardown::bringsTraffic,
          kinds("HorizontalPodAutoscaler", "ScaledObject", "Deployment", "Job", "CronJob"),
          kinds("StatefulSet", "Kafka"),
          kinds("KafkaNodePool"),
          LiveObject::isVolume);

  public Teardown {
    volumes = Map.copyOf(volumes);
  }

  /** What to delete now; empty while the current group is still on its way out. */
  public Plan next(Observed observed) {
    List<LiveObject> remaining = remaining(observed);
    if (remaining.isEmpty()) {
      return Plan.of(items(observed).of(inAws(observed))); // what used them is gone
    }
    Predicate<LiveObject> group =
        ORDER.stream().filter(g -> remaining.stream().anyMatch(g)).findFirst().orElse(o -> true);
    return Plan.of(
        remaining.stream()
            .filter(group)
            .filter(o -> !o.isBeingDeleted())
            .map(Teardown::deletion)
            .toList());
  }

  /** True when nothing is left but what its deletion policy keeps. */
  public boolean isDone(Observed observed) {
    return remaining(observed).isEmpty()
        && observed.items().isCertain()
        && inAws(observed).values().stream().noneMatch(ItemRemoval::goes);
  }

  private ItemRemoval items(Observed observed) {
    return new ItemRemoval(observed.items());
  }

  private Map<ObjectRef, FoundItem> inAws(Observed observed) {
    return new ItemDiff(owner, List.of(), observed.items()).unwanted();
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
        .filter(o -> !isRetained(o))
        .toList();
  }

  private boolean isRetained(LiveObject object) {
    return volumes.entrySet().stream()
        .filter(store -> VolumeTemplates.isVolumeOf(store.getKey(), object.ref()))
        .findFirst()
        .map(store -> !store.getValue().equals(LiveObject.DELETE))
        .orElseGet(object::isRetained);
  }

  private static Action deletion(LiveObject object) {
    Operation how = object.isVolume() ? Operation.DESTROY : Operation.DELETE;
    return Action.without(how, object.ref(), object.uid(), "the platform is deleted");
  }
}
