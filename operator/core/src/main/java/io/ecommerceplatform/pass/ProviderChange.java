package io.ecommerceplatform.pass;

import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Engine;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.Observed;
import java.util.List;

/**
 * Refuses to hand a running Kafka from one provider to the other: its records would stay behind. A
 * change of the profile asks for it without a word about Kafka.
 */
final class ProviderChange {
  private ProviderChange() {}

  static boolean isAsked(Store store, Platform platform, Observed observed) {
    String other = store.isStrimzi() ? "StatefulSet" : "Kafka";
    return store.engine() == Engine.Kafka
        && store.inCluster()
        && observed.find(other, store.name(), platform.owner()).isPresent();
  }

  static List<Finding> findings(Platform platform, Observed observed) {
    return platform.stores().stream()
        .filter(store -> isAsked(store, platform, observed))
        .map(ProviderChange::finding)
        .toList();
  }

  private static Finding finding(Store store) {
    String other = store.isStrimzi() ? "StatefulSet" : "Strimzi";
    return new Finding(
        ConditionType.DataReady,
        Reason.MigrationRequired,
        store.path() + ".provider",
        "was made as %s and cannot become %s in place; set provider: %s, or move the records to"
                .formatted(other, store.provider(), other)
            + " another platform");
  }
}
