package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.messaging.Transport;
import io.ecommerceplatform.catalogue.Need;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.catalogue.StoreKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The stores that the profile adds for what the services need and the resource does not list. */
final class ImpliedStores {
  private final Resolution resolution;
  private final StoreFactory factory;
  private final List<WantedService> services;
  private final ProfileDefaults.Implied implied;

  ImpliedStores(Resolution resolution, StoreFactory factory, List<WantedService> services) {
    this.resolution = resolution;
    this.factory = factory;
    this.services = services;
    this.implied = resolution.defaults().implied();
  }

  /** The implied stores of every kind that has no listed one. */
  List<Store> beside(List<Store> listed) {
    List<Store> stores = new ArrayList<>();
    if (isMissing(StoreKind.DATABASE, listed)) {
      stores.addAll(databases());
    }
    if (isMissing(StoreKind.CACHE, listed) && isCacheNeeded()) {
      stores.add(cache());
    }
    if (isMissing(StoreKind.SEARCH, listed) && isNeeded(StoreKind.SEARCH, StoreList.SEARCH)) {
      stores.add(search());
    }
    if (isMissing(StoreKind.EVENTS, listed) && isKafkaNeeded()) {
      stores.add(kafka());
    }
    return stores;
  }

  /** Names of the tables: the listed ones, or else those of the profile. */
  static Set<String> tables(Resolution resolution) {
    Set<String> names = new TreeSet<>();
    list(resolution.spec().tables()).forEach(t -> names.add(t.name()));
    return names.isEmpty() ? new TreeSet<>(resolution.defaults().implied().tables()) : names;
  }

  /** The transport that is set, or else the profile's. */
  static Transport transport(Resolution resolution) {
    return resolution.spec().messaging() == null
        ? Transport.valueOf(resolution.defaults().messaging().transport())
        : resolution.spec().messaging().transport();
  }

  private List<Store> databases() {
    ProfileDefaults.ImpliedDatabase row = implied.database();
    List<String> names =
        row.perService()
            ? services.stream()
                .filter(s -> s.requires(StoreKind.DATABASE))
                .map(s -> s.name() + "-" + row.name())
                .toList()
            : isNeeded(StoreKind.DATABASE, row.name()) ? List.of(row.name()) : List.of();
    return names.stream()
        .map(
            name ->
                request(name, "databases", StoreKind.DATABASE, Engine.valueOf(row.engine()))
                    .in(row.placement().equals("InCluster")))
        .map(factory::make)
        .toList();
  }

  private Store cache() {
    return factory.make(
        request(implied.cache().name(), "caches", StoreKind.CACHE, Engine.Redis)
            .in(implied.cache().placement().equals("InCluster")));
  }

  private Store search() {
    return factory.make(
        request(StoreList.SEARCH_OBJECTS, "search", StoreKind.SEARCH, Engine.OpenSearch)
            .in(implied.search().placement().equals("InCluster")));
  }

  private Store kafka() {
    return factory.make(
        request(StoreList.KAFKA, "kafka", StoreKind.EVENTS, Engine.Kafka)
            .by(StoreProvider.valueOf(implied.kafka().provider())));
  }

  private static StoreRequest request(String name, String list, StoreKind kind, Engine engine) {
    return new StoreRequest(name, "spec." + list, kind, engine);
  }

  private static boolean isMissing(StoreKind kind, List<Store> listed) {
    return listed.stream().noneMatch(s -> s.kind() == kind);
  }

  private boolean isNeeded(StoreKind kind, String use) {
    return services.stream().anyMatch(s -> s.requires(kind) || s.uses().contains(use));
  }

  /** A table in the place of the cache makes the cache unnecessary. */
  private boolean isCacheNeeded() {
    Set<String> tables = tables(resolution);
    return services.stream()
        .anyMatch(
            s -> {
              Optional<Need> table = s.need(StoreKind.TABLE).filter(n -> n.insteadOf() != null);
              boolean replaced = table.filter(n -> tables.contains(n.table())).isPresent();
              return s.uses().contains(implied.cache().name())
                  || (s.requires(StoreKind.CACHE) && !replaced);
            });
  }

  private boolean isKafkaNeeded() {
    boolean used = services.stream().anyMatch(s -> s.uses().contains(StoreList.KAFKA));
    boolean events = services.stream().anyMatch(WantedService::exchangesEvents);
    return used || (events && transport(resolution) == Transport.Kafka);
  }
}
