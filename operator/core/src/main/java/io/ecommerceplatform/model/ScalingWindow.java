package io.ecommerceplatform.model;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times in which a service has other bounds.
 *
 * @param start when they begin
 * @param end when they end
 * @param min fewest replicas meanwhile
 * @param max most replicas meanwhile
 */
public record ScalingWindow(CronTimes start, CronTimes end, int min, int max) {

  /** True while the next thing to come is the end. */
  public boolean isOpen(Instant now) {
    Optional<Instant> begins = start.next(now);
    Optional<Instant> ends = end.next(now);
    return ends.isPresent() && (begins.isEmpty() || !ends.get().isAfter(begins.get()));
  }

  /** When it opens or closes next. */
  Stream<Instant> edges(Instant now) {
    return Stream.of(start.next(now), end.next(now)).flatMap(Optional::stream);
  }
}
