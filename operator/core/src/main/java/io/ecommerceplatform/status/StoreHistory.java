package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.api.v1alpha1.common.StorePlacement;
import io.ecommerceplatform.api.v1alpha1.status.DataStatus;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stores were first made with. CEL cannot hold immutability alone, because unset to set and a
 * change of the profile pass; so status remembers, and a difference needs a migration by a person.
 */
public final class StoreHistory {
  private StoreHistory() {}

  /** One finding for each store whose engine or placement differs from what it was made with. */
  public static List<Finding> changed(Platform platform, PlatformStatus previous) {
    List<Finding> findings = new ArrayList<>();
    for (Store store : platform.stores()) {
      first(previous, store.name())
          .filter(made -> differs(made, store))
          .ifPresent(
              made ->
                  findings.add(
                      new Finding(
                          ConditionType.DataReady,
                          Reason.MigrationRequired,
                          store.path(),
                          ("was made as %s %s and cannot become %s %s in place; set it back, or add a"
                                  + " new store of another name and move the data")
                              .formatted(
                                  made.engine(),
                                  made.placement(),
                                  store.engine(),
                                  placement(store)))));
    }
    return findings;
  }

  /** True when the store must not be touched because it would become something else. */
  public static boolean isFrozen(Store store, PlatformStatus previous) {
    return first(previous, store.name()).filter(made -> differs(made, store)).isPresent();
  }

  static Optional<DataStatus> first(PlatformStatus previous, String store) {
    return previous == null || previous.data() == null
        ? Optional.empty()
        : previous.data().stream()
            .filter(d -> d.name().equals(store) && d.engine() != null)
            .findFirst();
  }

  static StorePlacement placement(Store store) {
    return store.inCluster() ? StorePlacement.InCluster : StorePlacement.Managed;
  }

  private static boolean differs(DataStatus made, Store store) {
    return !made.engine().equals(store.engine().name()) || made.placement() != placement(store);
  }
}
