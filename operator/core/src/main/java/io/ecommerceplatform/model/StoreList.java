package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.common.StorePlacement;
import io.ecommerceplatform.api.v1alpha1.store.CacheSpec;
import io.ecommerceplatform.api.v1alpha1.store.DatabaseSpec;
import io.ecommerceplatform.api.v1alpha1.store.KafkaSpec;
import io.ecommerceplatform.api.v1alpha1.store.ReadReplica;
import io.ecommerceplatform.api.v1alpha1.store.SearchSpec;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.ArrayList;
import java.util.List;

/** The stores that the resource lists, each with its profile defaults. */
final class StoreList {
  /** The name by which services use the search cluster, and the name of its objects. */
  static final String SEARCH = "search";

  /** Not {@code search}: that is the name of the bundled service in front of it. */
  static final String SEARCH_OBJECTS = "opensearch";

  static final String KAFKA = "kafka";

  private final ProfileDefaults defaults;
  private final StoreFactory factory;
  private final Resolution resolution;

  StoreList(Resolution resolution, StoreFactory factory) {
    this.resolution = resolution;
    this.defaults = resolution.defaults();
    this.factory = factory;
  }

  List<Store> stores() {
    List<Store> stores = new ArrayList<>();
    list(resolution.spec().databases()).forEach(d -> stores.add(database(d)));
    list(resolution.spec().caches()).forEach(c -> stores.add(cache(c)));
    if (resolution.spec().search() != null) {
      stores.add(search(resolution.spec().search()));
    }
    if (resolution.spec().kafka() != null) {
      stores.add(kafka(resolution.spec().kafka()));
    }
    return stores;
  }

  private Store database(DatabaseSpec spec) {
    Engine engine = Engine.valueOf(spec.engine().name());
    String usual = engine.isAurora() ? "Managed" : defaults.implied().database().placement();
    boolean inCluster = placement(spec.placement(), usual);
    checkOrigin(spec, inCluster);
    StoreRequest request =
        new StoreRequest(
            spec.name(), "spec.databases[" + spec.name() + "]", StoreKind.DATABASE, engine);
    return factory.make(
        request
            .in(inCluster)
            .version(spec.version(), spec.image())
            .size(members(spec), text(spec.allocatedStorage()), spec.storageClassName())
            .pods(spec.resources(), spec.nodePlacement())
            .parameters(spec.parameters())
            .readBy(replicas(spec, inCluster))
            .backups(spec.backupRetentionDays())
            .leaves(spec.deletionPolicy())
            .server(spec.port(), spec.databaseName(), spec.masterUsername()));
  }

  private void checkOrigin(DatabaseSpec spec, boolean inCluster) {
    if (inCluster && spec.restoreFrom() != null) {
      resolution.report(
          ConditionType.DataReady,
          Reason.NotManagedYet,
          "spec.databases[" + spec.name() + "].restoreFrom",
          "not managed yet inside the cluster: %s starts empty; take it out, or set placement: Managed"
              .formatted(spec.name()));
    }
  }

  /** Only MongoDB has members; a second relational server would not be the same database. */
  private Integer members(DatabaseSpec spec) {
    boolean single = spec.engine() != io.ecommerceplatform.api.v1alpha1.store.Engine.MongoDB;
    if (single && spec.placement() == StorePlacement.InCluster && or(spec.instances(), 1) > 1) {
      resolution.report(
          ConditionType.DataReady,
          Reason.NotManagedYet,
          "spec.databases[" + spec.name() + "].instances",
          "not managed yet: inside the cluster %s runs as one member".formatted(spec.engine()));
    }
    return single ? null : spec.instances();
  }

  /** Only AWS copies a server. */
  private List<String> replicas(DatabaseSpec spec, boolean inCluster) {
    if (inCluster && !list(spec.replicas()).isEmpty()) {
      resolution.report(
          ConditionType.DataReady,
          Reason.NotManagedYet,
          "spec.databases[" + spec.name() + "].replicas",
          "not managed yet: inside the cluster nothing copies a server");
    }
    return list(spec.replicas()).stream().map(ReadReplica::name).toList();
  }

  private Store cache(CacheSpec spec) {
    boolean inCluster = placement(spec.placement(), defaults.implied().cache().placement());
    if (inCluster) {
      new CacheRules(resolution).checkInCluster(spec);
    }
    StoreRequest request =
        new StoreRequest(
            spec.name(), "spec.caches[" + spec.name() + "]", StoreKind.CACHE, Engine.Redis);
    return factory.make(
        request
            .in(inCluster)
            .version(spec.version(), spec.image())
            .size(members(spec, inCluster), text(spec.storage()), spec.storageClassName())
            .pods(spec.resources(), spec.nodePlacement())
            .parameters(spec.parameters())
            .leaves(spec.deletionPolicy())
            .server(spec.port(), null, null));
  }

  /** The primary counts too; of a managed cache only AWS knows its members. */
  private static Integer members(CacheSpec spec, boolean inCluster) {
    return inCluster && spec.replicas() != null ? spec.replicas() + 1 : null;
  }

  private Store search(SearchSpec spec) {
    boolean inCluster = placement(spec.placement(), defaults.implied().search().placement());
    if (inCluster) {
      new SearchRules(resolution).checkInCluster(spec);
    }
    StoreRequest request =
        new StoreRequest(SEARCH_OBJECTS, "spec.search", StoreKind.SEARCH, Engine.OpenSearch);
    return factory.make(
        request
            .in(inCluster)
            .version(spec.version(), spec.image())
            .size(spec.nodes(), text(spec.storage()), spec.storageClassName())
            .pods(spec.resources(), spec.nodePlacement())
            .leaves(spec.deletionPolicy()));
  }

  private Store kafka(KafkaSpec spec) {
    String provider =
        spec.provider() == null ? defaults.implied().kafka().provider() : spec.provider().name();
    StoreRequest request = new StoreRequest(KAFKA, "spec.kafka", StoreKind.EVENTS, Engine.Kafka);
    return factory.make(
        request
            .by(StoreProvider.valueOf(provider))
            .version(spec.version(), spec.image())
            .size(spec.brokers(), text(spec.storage()), spec.storageClassName())
            .pods(spec.resources(), spec.nodePlacement())
            .leaves(spec.deletionPolicy()));
  }

  private static boolean placement(StorePlacement set, String usual) {
    return or(set, StorePlacement.valueOf(usual)) == StorePlacement.InCluster;
  }

  private static String text(Object quantity) {
    return quantity == null ? null : quantity.toString();
  }
}
