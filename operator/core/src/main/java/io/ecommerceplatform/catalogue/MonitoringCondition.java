package io.ecommerceplatform.catalogue;

/**
 * Which platforms something is for.
 *
 * @param engine those with an in-cluster store of that engine; null for all
 * @param component those with that bundled service; null for all
 * @param objectives those with service level objectives
 */
public record MonitoringCondition(String engine, String component, boolean objectives) {
  static final MonitoringCondition ALWAYS = new MonitoringCondition(null, null, false);
}
