package io.ecommerceplatform.kubernetes;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;

/** One Redis node; its single password is the admin's, which clients are given too. */
record RedisStore(StoreComponent component) implements StoreFormation {

  @Override
  public int members() {
    return 1; // a second one would be another cache with other data
  }

  /**
   * A full cache refuses writes; without a bound it would be killed, and lose what is not synced.
   */
  @Override
  public List<EnvVar> env() {
    long bytes = component.memoryBytes() / 4 * 3;
    return List.of(EnvVars.value("REDIS_MAXMEMORY", String.valueOf(bytes)));
  }

  @Override
  public List<String> flags(ServerFlags parameters) {
    return ServerFlags.behindScript("redis-server", parameters.separate());
  }

  @Override
  public Map<String, Integer> memberPorts() {
    return Map.of(); // no Sentinel beside a single node
  }
}
