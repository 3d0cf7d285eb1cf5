package io.ecommerceplatform.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bounds and targets of a service's autoscaler.
 *
 * @param min fewest replicas outside of all windows
 * @param max most replicas outside of all windows
 * @param cpuPercent target of average CPU over requests; 0 for none
 * @param memoryPercent target of average memory over requests; 0 for none
 * @param windows times with other bounds
 * @param queue queue that is measured too; empty for none
 */
public record Scaling(
    int min,
    int max,
    int cpuPercent,
    int memoryPercent,
    List<ScalingWindow> windows,
    Optional<QueueTrigger> queue) {

  public Scaling {
    windows = List.copyOf(windows);
  }

  Scaling(int min, int max, int cpuPercent, int memoryPercent) {
    this(min, max, cpuPercent, memoryPercent, List.of(), Optional.empty());
  }

  /**
   * Fewest and most replicas at a time.
   *
   * @param min fewest
   * @param max most
   */
  public record Bounds(int min, int max) {}

  /** True when nothing but the clock moves the number of replicas. */
  public boolean isFixed() {
    boolean measured = cpuPercent > 0 || memoryPercent > 0 || queue.isPresent();
    return !measured || (min == max && windows.stream().allMatch(w -> w.min() == w.max()));
  }

  /** The bounds that hold; where windows overlap, the highest ones. */
  public Bounds at(Instant now) {
    List<ScalingWindow> open = windows.stream().filter(w -> w.isOpen(now)).toList();
    return open.isEmpty()
        ? new Bounds(min, max)
        : new Bounds(
            open.stream().mapToInt(ScalingWindow::min).max().getAsInt(),
            open.stream().mapToInt(ScalingWindow::max).max().getAsInt());
  }

  /** When the bounds may change next. */
  Stream<Instant> edges(Instant now) {
    return windows.stream().flatMap(w -> w.edges(now)).sorted(Comparator.naturalOrder()).limit(1);
  }

  /** The most replicas that there may ever be. */
  int most() {
    return Math.max(max, windows.stream().mapToInt(ScalingWindow::max).max().orElse(0));
  }
}
