package io.ecommerceplatform.model;

import java.util.Map;

/**
 * Shares the connections that a database server allows among all pods that may ever run.
 *
 * @param scaling bounds of each service, by its name
 */
record PoolSizes(Map<String, Scaling> scaling) {
  private static final int LARGEST = 20;
  private static final int SMALLEST = 2;

  int of(Store store) {
    int pods = store.clients().stream().mapToInt(this::pods).sum();
    int share = connections(store.engine()) / Math.max(1, pods);
    return Math.clamp(share, SMALLEST, LARGEST);
  }

  /** With a quarter more, because an update runs old and new pods side by side. */
  private int pods(String service) {
    int max = scaling.get(service).most();
    return max + (max + 3) / 4;
  }

  /** The server's own default, less what administrators and exporters need. */
  private static int connections(Engine engine) {
    return engine == Engine.MySQL || engine == Engine.AuroraMySQL ? 140 : 90;
  }
}
