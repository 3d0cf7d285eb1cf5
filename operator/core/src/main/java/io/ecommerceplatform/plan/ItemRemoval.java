package io.ecommerceplatform.plan;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.resource.Attempt;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of items of ours that nobody wants any more. */
final class ItemRemoval {
  private final ItemWorld world;

  ItemRemoval(ItemWorld world) {
    this.world = world;
  }

  List<Action> of(Map<ObjectRef, FoundItem> unwanted) {
    return unwanted.entrySet().stream().flatMap(e -> of(e.getKey(), e.getValue())).toList();
  }

  private Stream<Action> of(ObjectRef ref, FoundItem found) {
    if (isGoing(found) || waits(ref)) {
      return Stream.empty();
    }
    return Stream.of(
        switch (policy(found)) {
          case Retain ->
              Action.withoutItem(Operation.RETAIN, ref, found, "kept by its deletion policy");
          case Snapshot ->
              Action.withoutItem(
                  Operation.SNAPSHOT_DELETE, ref, found, "a last snapshot, then it goes");
          case Delete ->
              Action.withoutItem(
                  found.type().holdsData() ? Operation.DESTROY : Operation.DELETE,
                  ref,
                  found,
                  "no longer in the spec");
        });
  }

  /** What it carries itself counts, as the resource that said it may be gone. */
  static DeletionPolicy policy(FoundItem found) {
    String tag = found.tags().getOrDefault(ItemOwner.DELETION_POLICY, "");
    DeletionPolicy asked =
        Stream.of(DeletionPolicy.values())
            .filter(policy -> policy.name().equals(tag))
            .findFirst()
            .orElse(found.type().standard());
    // what nobody can take a snapshot of is never deleted as if there was one
    boolean impossible = asked == DeletionPolicy.Snapshot && !found.type().takesSnapshots();
    return impossible ? DeletionPolicy.Retain : asked;
  }

  private static boolean isGoing(FoundItem found) {
    return found.health() instanceof ItemHealth.Deleting
        || found.health() instanceof ItemHealth.Scheduled;
  }

  /** True when it is ours and goes with the platform, which waits for no date that is far ahead. */
  static boolean goes(FoundItem found) {
    if (found.health() instanceof ItemHealth.Scheduled) {
      return false;
    }
    return policy(found) != DeletionPolicy.Retain || found.type().identity() == Identity.CHILD;
  }

  /** True when it was refused a moment ago, or was taken and not looked at since. */
  private boolean waits(ObjectRef ref) {
    Optional<Attempt> attempt = world.attempt(ref);
    Optional<ItemFailure> failure = attempt.flatMap(Attempt::failure);
    if (failure.isPresent()) {
      return !failure.get().isDue(world.now());
    }
    Instant seen = world.scan(ref).map(Scan::startedAt).orElse(Instant.EPOCH);
    return attempt.filter(a -> !a.at().isBefore(seen)).isPresent();
  }
}
