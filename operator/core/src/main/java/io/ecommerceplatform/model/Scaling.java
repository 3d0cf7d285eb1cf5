package io.ecommerceplatform.model;

/**
 * Bounds and targets of a service's autoscaler.
 *
 * @param min fewest replicas
 * @param max most replicas; equal to {@code min} means no autoscaler
 * @param cpuPercent target of average CPU over requests; 0 for none
 * @param memoryPercent target of average memory over requests; 0 for none
 */
public record Scaling(int min, int max, int cpuPercent, int memoryPercent) {

  public boolean isFixed() {
    return min == max || (cpuPercent == 0 && memoryPercent == 0);
  }
}
