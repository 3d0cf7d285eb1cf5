package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.observability.LogCluster;
import io.ecommerceplatform.api.v1alpha1.observability.LogStore;
import io.ecommerceplatform.api.v1alpha1.observability.LogsSpec;
import io.ecommerceplatform.api.v1alpha1.observability.ObservabilitySpec;
import io.ecommerceplatform.catalogue.StoreKind;
import java.util.List;
import java.util.Optional;

/** Which OpenSearch keeps logs: the shop's, or one that no service searches in. */
record LogStores(Resolution resolution) {
  private static final String OWN = "opensearch-logs";

  /** What is asked for; empty when OpenSearch keeps no logs. */
  Optional<LogsSpec> asked() {
    return spec().map(ObservabilitySpec::logs).filter(logs -> logs.store() != LogStore.CloudWatch);
  }

  /** The store that is there for logs alone. */
  List<Store> own(StoreFactory factory) {
    return asked().filter(logs -> logs.cluster() == LogCluster.Own).stream()
        .map(
            logs ->
                factory.make(
                    new StoreRequest(
                            OWN,
                            "spec.observability.logs.cluster",
                            StoreKind.SEARCH,
                            Engine.OpenSearch)
                        .in(true)
                        .pods(null, spec().orElseThrow().nodePlacement())))
        .toList();
  }

  /** The one of these stores that keeps them. */
  Optional<Store> chosen(List<Store> stores) {
    boolean own = asked().filter(logs -> logs.cluster() == LogCluster.Own).isPresent();
    return stores.stream()
        .filter(s -> s.engine() == Engine.OpenSearch && s.inCluster())
        .filter(s -> isOwn(s) == own)
        .findFirst();
  }

  /** True for a store that services know nothing of. */
  static boolean isOwn(Store store) {
    return store.name().equals(OWN);
  }

  private Optional<ObservabilitySpec> spec() {
    return Optional.ofNullable(resolution.spec().observability());
  }
}
