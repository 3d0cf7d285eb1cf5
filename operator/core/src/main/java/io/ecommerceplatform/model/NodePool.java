package io.ecommerceplatform.model;

/**
 * Where pods may run.
 *
 * @param pool value of the node label and taint {@code workload}; empty for any node
 * @param spot whether spot capacity is accepted
 */
public record NodePool(String pool, boolean spot) {
  public static final NodePool ANY = new NodePool("", false);

  public boolean isAny() {
    return pool.isEmpty();
  }
}
