package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.store.CacheSpec;
import io.ecommerceplatform.api.v1alpha1.store.CapacityMode;
import io.ecommerceplatform.api.v1alpha1.store.DatabaseSpec;
import io.ecommerceplatform.api.v1alpha1.store.ReadReplica;
import io.ecommerceplatform.api.v1alpha1.store.SearchSpec;
import io.ecommerceplatform.api.v1alpha1.store.TableSpec;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS sends bills for because of the stores that it runs. Of a type that has items, the items
 * count instead of these.
 */
final class StoreBills {
  private final Resolution resolution;
  private final ProfileDefaults defaults;
  private final String region;
  private final List<Billed> bills = new ArrayList<>();

  StoreBills(Resolution resolution, String region) {
    this.resolution = resolution;
    this.defaults = resolution.defaults();
    this.region = region;
  }

  List<Billed> of(List<Store> stores) {
    stores.stream()
        .filter(store -> !store.inCluster())
        .forEach(
            store -> {
              switch (store.kind()) {
                case DATABASE -> database(store);
                case CACHE -> cache(store);
                case SEARCH -> search(store);
                case EVENTS, TABLE -> {} // Kafka is never managed, and tables are listed below
              }
            });
    list(resolution.spec().tables()).forEach(this::table);
    list(resolution.spec().buckets())
        .forEach(bucket -> add("s3.Bucket", "spec.buckets[" + bucket.name() + "]", Map.of()));
    return bills;
  }

  private void database(Store store) {
    Optional<DatabaseSpec> spec =
        list(resolution.spec().databases()).stream()
            .filter(d -> d.name().equals(store.name()))
            .findFirst();
    String instanceClass = spec.map(DatabaseSpec::instanceClass).orElse(null);
    int instances = spec.map(DatabaseSpec::instances).orElse(1);
    if (store.engine() == Engine.MongoDB || store.engine().isAurora()) {
      boolean aurora = store.engine().isAurora();
      String type = aurora ? "rds.ClusterInstance" : "docdb.Instance";
      add(aurora ? "rds.Cluster" : "docdb.Cluster", store.path(), Map.of());
      for (int i = 0; i < instances; i++) {
        add(type, store.path(), settings("dbInstanceClass", instanceClass));
      }
      return;
    }
    boolean multiAz =
        or(spec.map(DatabaseSpec::multiAz).orElse(null), defaults.database().multiAz());
    instance(store, spec, store.path(), instanceClass, multiAz);
    for (ReadReplica replica : list(spec.map(DatabaseSpec::replicas).orElse(null))) {
      String path = store.path() + ".replicas[" + replica.name() + "]";
      instance(store, spec, path, or(replica.instanceClass(), instanceClass), false);
    }
  }

  private void instance(
      Store store,
      Optional<DatabaseSpec> spec,
      String path,
      String instanceClass,
      boolean multiAz) {
    Map<String, Object> settings = settings("dbInstanceClass", instanceClass);
    settings.put("engine", store.engine() == Engine.MySQL ? "mysql" : "postgres");
    settings.put("storageType", spec.map(DatabaseSpec::storageType).orElse("gp3"));
    settings.put("allocatedStorage", CostRules.gigabytes(store.storage()));
    settings.put("multiAZ", multiAz);
    add("rds.Instance", path, settings);
  }

  private void cache(Store store) {
    Optional<CacheSpec> spec =
        list(resolution.spec().caches()).stream()
            .filter(c -> c.name().equals(store.name()))
            .findFirst();
    int shards = spec.map(CacheSpec::shards).orElse(defaults.cache().shards());
    int replicas = spec.map(CacheSpec::replicas).orElse(defaults.cache().replicas());
    Map<String, Object> settings =
        settings(
            "cacheNodeType", spec.map(CacheSpec::nodeType).orElse(defaults.cache().nodeType()));
    settings.put("numNodeGroups", shards);
    settings.put("replicasPerNodeGroup", replicas);
    add("elasticache.ReplicationGroup", store.path(), settings);
  }

  private void search(Store store) {
    SearchSpec spec = resolution.spec().search();
    String instanceType = spec == null ? null : spec.instanceType();
    Map<String, Object> settings =
        settings("instanceType", or(instanceType, defaults.search().instanceType()));
    settings.put("instanceCount", store.replicas());
    settings.put("volumeSize", CostRules.gigabytes(store.storage()));
    add("opensearch.Domain", store.path(), settings);
  }

  private void table(TableSpec table) {
    String path = "spec.tables[" + table.name() + "]";
    boolean onDemand = table.capacity() == null || table.capacity().mode() == CapacityMode.OnDemand;
    if (onDemand) {
      add(AwsTable.TYPE, path, Map.of());
    } else {
      int units = or(table.capacity().min(), 1);
      add(AwsTable.TYPE, path, Map.of("readCapacityUnits", units, "writeCapacityUnits", units));
    }
  }

  private static Map<String, Object> settings(String key, String value) {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (value != null) {
      settings.put(key, value);
    }
    return settings;
  }

  private void add(String type, String path, Map<String, ?> settings) {
    bills.add(new Billed(type, path, region, Json.tree(settings)));
  }
}
