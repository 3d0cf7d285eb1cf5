package io.ecommerceplatform.pass;

import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Engine;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.Observed;
import java.util.List;
import java.util.OptionalLong;

/**
 * Refuses to grow a cluster past the point at which it needs a quorum. Members of Kafka and
 * OpenSearch that start with the addresses of three voters elect a leader among the new ones, and
 * the data of the old single member is left behind.
 */
final class StoreGrowth {
  private static final int QUORUM = 3;

  private StoreGrowth() {}

  static boolean isUnsafe(Store store, Platform platform, Observed observed) {
    OptionalLong members = members(store, platform, observed);
    boolean elects = store.engine() == Engine.Kafka || store.engine() == Engine.OpenSearch;
    return elects
        && store.inCluster()
        && members.isPresent()
        && members.getAsLong() < QUORUM
        && store.replicas() >= QUORUM;
  }

  static List<Finding> findings(Platform platform, Observed observed) {
    return platform.stores().stream()
        .filter(store -> isUnsafe(store, platform, observed))
        .map(store -> finding(store, members(store, platform, observed).orElseThrow()))
        .toList();
  }

  private static Finding finding(Store store, long members) {
    return new Finding(
        ConditionType.DataReady,
        Reason.MigrationRequired,
        store.path(),
        ("runs with %d of %d members and cannot grow to a quorum of %d in place; set it back to %d,"
                + " or move the data to a platform that starts with %d")
            .formatted(members, store.replicas(), QUORUM, members, store.replicas()));
  }

  private static OptionalLong members(Store store, Platform platform, Observed observed) {
    return observed
        .find("StatefulSet", store.name(), platform.owner())
        .map(set -> OptionalLong.of(set.at("/spec/replicas").asLong(1)))
        .orElse(OptionalLong.empty());
  }
}
