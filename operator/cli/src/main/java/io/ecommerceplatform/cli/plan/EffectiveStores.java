package io.ecommerceplatform.cli.plan;

import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.model.KafkaTopic;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stores with their defaults, the implied ones too.
 *
 * @param spec the spec that is filled
 * @param defaults of the profile
 */
record EffectiveStores(Filling spec, ProfileDefaults defaults) {

  void fill(Platform platform) {
    for (Store store : platform.stores()) {
      switch (store.kind()) {
        case DATABASE -> database(spec.item("databases", store.name()), store);
        case CACHE -> cache(spec.item("caches", store.name()), store);
        case SEARCH -> search(spec.in("search"), store);
        case EVENTS -> kafka(platform, store);
        case TABLE -> spec.item("tables", store.name());
      }
    }
  }

  /** The name by which services use a store: that of its field, not that of its objects. */
  static String usedName(String store) {
    return store.equals("opensearch") ? "search" : store;
  }

  static void resources(Filling fields, ResourceRequirements resources) {
    if (resources != null) {
      fields
          .in("resources")
          .put("requests", quantities(resources.getRequests()))
          .put("limits", quantities(resources.getLimits()));
    }
  }

  private void database(Filling fields, Store store) {
    server(fields, store, "allocatedStorage");
    fields
        .put("engine", store.engine().name())
        .put("port", store.port())
        .put("databaseName", store.databaseName())
        .put("masterUsername", store.masterUsername());
    if (!store.inCluster()) {
      fields
          .put("instanceClass", defaults.database().instanceClass())
          .put("multiAz", defaults.database().multiAz())
          .put("storageEncrypted", defaults.database().encrypted())
          .put("backupRetentionDays", defaults.database().backupRetentionDays())
          .put("deletionProtection", defaults.database().deletionProtection())
          .put("performanceInsights", defaults.database().performanceInsights());
    }
  }

  private void cache(Filling fields, Store store) {
    server(fields, store, "storage").put("port", store.port());
    if (!store.inCluster()) {
      fields
          .put("shards", defaults.cache().shards())
          .put("replicas", defaults.cache().replicas())
          .put("multiAz", defaults.cache().multiAz())
          .put("nodeType", defaults.cache().nodeType())
          .put("transitEncryption", defaults.cache().encrypted())
          .put("atRestEncryption", defaults.cache().encrypted())
          .put("snapshotRetentionDays", defaults.cache().snapshotRetentionDays());
    }
  }

  private void search(Filling fields, Store store) {
    server(fields, store, "storage").put("nodes", store.replicas());
    if (!store.inCluster()) {
      fields
          .put("instanceType", defaults.search().instanceType())
          .put("multiAz", defaults.search().multiAz() && store.replicas() > 1);
    }
  }

  private void kafka(Platform platform, Store store) {
    Filling fields = spec.in("kafka");
    fields.put("provider", store.provider().name());
    fields.put("version", store.version());
    fields.put("brokers", store.replicas());
    fields.put("storage", store.storage());
    resources(fields, store.resources());
    for (KafkaTopic topic : platform.topics()) {
      fields.item("topics", topic.name()).put("partitions", topic.partitions());
    }
  }

  private static Filling server(Filling fields, Store store, String storage) {
    fields.put("placement", store.inCluster() ? "InCluster" : "Managed");
    fields.put("version", store.version());
    fields.put(storage, store.storage());
    if (store.inCluster()) { // those of one in AWS are of what sets it up
      resources(fields, store.resources());
    }
    return fields;
  }

  private static Map<String, String> quantities(Map<String, Quantity> quantities) {
    Map<String, String> texts = new TreeMap<>();
    if (quantities != null) {
      quantities.forEach((name, quantity) -> texts.put(name, quantity.toString()));
    }
    return texts;
  }
}
