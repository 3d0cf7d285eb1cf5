package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.Set;

/** What becomes of an object of ours that nobody wants any more. */
final class Removal {
  private static final Set<String> STRIMZI = Set.of("Kafka", "KafkaNodePool");

  private Removal() {}

  static Action of(LiveObject live, Observed observed, Owner owner) {
    if (live.isRetained()) {
      return action(Operation.RETAIN, live, "kept by its deletion policy");
    }
    if (live.isVolume()) {
      return action(Operation.DESTROY, live, "its data goes with it, by its deletion policy");
    }
    if (STRIMZI.contains(live.ref().kind()) && takesItsVolumes(observed, owner)) {
      return action(Operation.DESTROY, live, "Strimzi deletes its volumes, by the deletion policy");
    }
    return action(Operation.DELETE, live, "no longer in the spec");
  }

  /** True for a volume whose StatefulSet is on its way out: what may still write goes first. */
  static boolean waits(LiveObject live, Observed observed, Owner owner) {
    return live.isVolume()
        && observed.objects().values().stream()
            .filter(set -> set.ref().kind().equals("StatefulSet") && set.isOf(owner))
            .filter(LiveObject::isBeingDeleted)
            .anyMatch(set -> VolumeTemplates.isVolumeOf(set.ref().name(), live.ref()));
  }

  // there is one Kafka in a platform; whichever part of it goes first, its volumes are at stake
  private static boolean takesItsVolumes(Observed observed, Owner owner) {
    return observed.objects().values().stream()
        .filter(pool -> pool.ref().kind().equals("KafkaNodePool") && pool.isOf(owner))
        .flatMap(pool -> pool.at("/spec/storage/volumes").valueStream())
        .map(volume -> volume.path("deleteClaim"))
        .anyMatch(JsonNode::asBoolean);
  }

  private static Action action(Operation how, LiveObject live, String reason) {
    return Action.without(how, live.ref(), live.uid(), reason);
  }
}
