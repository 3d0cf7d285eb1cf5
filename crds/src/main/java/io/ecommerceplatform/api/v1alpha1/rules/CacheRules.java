package io.ecommerceplatform.api.v1alpha1.rules;

/** What a cache inside the cluster cannot be; where it is, the profile may say. */
public final class CacheRules {
  public static final String ONE_REPLICA =
      """
      !has(self.caches) || !self.caches.exists(x, has(x.replicas) && x.replicas == 1 &&
      (has(x.placement) ? x.placement == 'InCluster' : self.profile == 'Economy'))
      """;

  public static final String ONE_REPLICA_MESSAGE =
      """
      'caches[%s].replicas: 1 replica inside the cluster cannot take over, as of two Sentinels
      none has a majority alone: set 2, or 0'.format([self.caches.filter(x, has(x.replicas) &&
      x.replicas == 1 && (has(x.placement) ? x.placement == 'InCluster' : self.profile ==
      'Economy'))[0].name])
      """;

  public static final String GUARDED_PORT =
      """
      !has(self.caches) || !self.caches.exists(x, has(x.port) && has(x.replicas) &&
      x.replicas > 0 && (has(x.placement) ? x.placement == 'InCluster' : self.profile ==
      'Economy'))
      """;

  public static final String GUARDED_PORT_MESSAGE =
      """
      'caches[%s].port: with replicas inside the cluster clients ask the Sentinels for the
      address: remove port'.format([self.caches.filter(x, has(x.port) && has(x.replicas) &&
      x.replicas > 0 && (has(x.placement) ? x.placement == 'InCluster' : self.profile ==
      'Economy'))[0].name])
      """;

  private CacheRules() {}
}
