package io.ecommerceplatform.model;

import java.util.List;
import java.util.Optional;

/** The stores of a platform that AWS runs, and where they stand. */
record ManagedStores(
    Optional<AwsNetwork> network,
    List<AwsCluster> clusters,
    List<AwsCluster> documents,
    List<AwsCache> caches,
    List<AwsInstance> instances,
    Optional<AwsSearch> search) {

  static ManagedStores of(Resolution resolution, List<Store> stores) {
    RdsRules rds = new RdsRules(resolution);
    return new ManagedStores(
        rds.network(stores),
        rds.clusters(stores),
        new DocumentRules(resolution, rds).clusters(stores),
        new CacheRules(resolution).caches(stores),
        rds.instances(stores),
        new SearchRules(resolution).search(stores));
  }
}
