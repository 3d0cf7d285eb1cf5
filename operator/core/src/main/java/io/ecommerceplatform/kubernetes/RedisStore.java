package io.ecommerceplatform.kubernetes;

import java.util.Map;

/** One Redis node; its single password is the admin's, which clients are given too. */
record RedisStore(StoreComponent component) implements StoreFormation {

  @Override
  public int members() {
    return 1; // a second one would be another cache with other data
  }

  @Override
  public Map<String, Integer> memberPorts() {
    return Map.of(); // no Sentinel beside a single node
  }
}
