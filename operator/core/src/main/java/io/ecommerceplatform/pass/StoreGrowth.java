package io.ecommerceplatform.pass;

import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Engine;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

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
    long[] members =
        observed.objects().values().stream()
            .filter(live -> live.isOf(platform.owner()) && isMembersOf(live, store))
            .mapToLong(live -> live.at("/spec/replicas").asLong(1))
            .toArray();
    return members.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(LongStream.of(members).sum());
  }

  private static boolean isMembersOf(LiveObject live, Store store) {
    return store.isStrimzi()
        ? live.ref().kind().equals("KafkaNodePool")
        : live.ref().kind().equals("StatefulSet") && live.ref().name().equals(store.name());
  }
}
