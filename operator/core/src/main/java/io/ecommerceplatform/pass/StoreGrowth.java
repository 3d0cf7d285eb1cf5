package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Engine;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import java.util.List;

/**
 * Refuses to take a cluster past the point at which it needs a quorum, in either direction. Members
 * of Kafka and OpenSearch that start with the addresses of three voters elect a leader among the
 * new ones, and the data of the old single member is left behind. One that is left of three has no
 * majority of those that it knows, and what lay on the others is gone: nothing leads back.
 */
final class StoreGrowth {
  private static final int QUORUM = 3;

  private StoreGrowth() {}

  static boolean isUnsafe(Store store, Platform platform, Observed observed) {
    boolean elects = store.engine() == Engine.Kafka || store.engine() == Engine.OpenSearch;
    List<LiveObject> sets = sets(store, platform, observed);
    if (!elects || !store.inCluster() || sets.isEmpty()) {
      return false;
    }
    boolean isQuorum = members(sets) >= QUORUM;
    boolean becomesQuorum = store.replicas() >= QUORUM;
    // three that somebody else made of one are none of ours, and are put back
    return isQuorum ? !becomesQuorum && sets.stream().allMatch(StoreGrowth::isOurs) : becomesQuorum;
  }

  static List<Finding> findings(Platform platform, Observed observed) {
    return platform.stores().stream()
        .filter(store -> isUnsafe(store, platform, observed))
        .map(store -> finding(store, members(sets(store, platform, observed))))
        .toList();
  }

  private static Finding finding(Store store, long members) {
    String what =
        members < QUORUM
            ? "runs with %d of %d members and cannot grow to a quorum of %d in place"
                .formatted(members, store.replicas(), QUORUM)
            : "runs with a quorum of %d members and cannot shrink to %d in place"
                .formatted(members, store.replicas());
    return new Finding(
        ConditionType.DataReady,
        Reason.MigrationRequired,
        store.path(),
        "%s; set it back to %d, or move the data to a platform that starts with %d"
            .formatted(what, members, store.replicas()));
  }

  private static List<LiveObject> sets(Store store, Platform platform, Observed observed) {
    return observed.objects().values().stream()
        .filter(live -> live.isOf(platform.owner()) && isMembersOf(live, store))
        .toList();
  }

  private static long members(List<LiveObject> sets) {
    return sets.stream().mapToLong(live -> live.at("/spec/replicas").asLong(1)).sum();
  }

  /** Whether the number of members is the one that we have set. */
  private static boolean isOurs(LiveObject set) {
    JsonNode entries = set.at("/metadata/managedFields");
    return entries.isEmpty()
        || entries
            .valueStream()
            .filter(e -> Assessment.FIELD_MANAGER.equals(e.path("manager").asText()))
            .anyMatch(e -> e.at("/fieldsV1/f:spec").has("f:replicas"));
  }

  private static boolean isMembersOf(LiveObject live, Store store) {
    return store.isStrimzi()
        ? live.ref().kind().equals("KafkaNodePool")
        : live.ref().kind().equals("StatefulSet") && live.ref().name().equals(store.name());
  }
}
