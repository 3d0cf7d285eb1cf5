package io.ecommerceplatform.pass;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.status.StoreHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps the objects of a store as they are while the resource asks for what cannot be had in place:
 * starting MySQL on a volume of PostgreSQL would destroy it.
 */
final class FrozenStores {
  private FrozenStores() {}

  private static final String WHY = "its store needs a migration first";

  static Desired hold(
      Desired desired, Observed observed, Platform platform, PlatformStatus previous) {
    Set<String> frozen =
        platform.stores().stream()
            .filter(
                store ->
                    StoreHistory.isFrozen(store, previous)
                        || ProviderChange.isAsked(store, platform, observed)
                        || StoreGrowth.isUnsafe(store, platform, observed))
            .map(Store::name)
            .collect(Collectors.toSet());
    if (frozen.isEmpty()) {
      return desired;
    }
    List<Manifest> objects =
        desired.objects().stream().filter(m -> !isOf(frozen, m.labels())).toList();
    List<Held> held = new ArrayList<>(desired.held());
    observed.objects().values().stream()
        .filter(live -> live.isOf(platform.owner()) && isOf(frozen, live.labels()))
        .forEach(live -> held.add(new Held(live.ref(), WHY)));
    return desired.with(objects, held);
  }

  private static boolean isOf(Set<String> stores, Map<String, String> labels) {
    // a service may carry the name of a store, as search does
    return stores.contains(labels.getOrDefault("app.kubernetes.io/instance", ""))
        && !"service".equals(labels.get("app.kubernetes.io/component"));
  }
}
