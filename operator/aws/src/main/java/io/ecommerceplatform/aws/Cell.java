package io.ecommerceplatform.aws;

import io.ecommerceplatform.resource.ItemFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last look at one type in one scope, and when to look again.
 *
 * @param reading what was seen; empty before the first look that succeeded
 * @param failure why the last look failed
 * @param startedAt when the look began that showed it
 * @param due when to look again
 * @param running true while somebody looks
 */
record Cell(
    Reading reading,
    Optional<ItemFailure> failure,
    Instant startedAt,
    Instant due,
    boolean running,
    boolean known) {
  /** While AWS is at work on something. */
  static final Duration SOON = Duration.ofSeconds(3);

  static Cell unknown(Instant now) {
    return new Cell(
        new Reading(List.of(), Map.of()), Optional.empty(), Instant.EPOCH, now, false, false);
  }

  boolean isDue(Instant now) {
    return !running && !now.isBefore(due);
  }

  Cell started() {
    return new Cell(reading, failure, startedAt, due, true, known);
  }

  /** A write came: what a look in progress will show may be older. */
  Cell outdated(Instant now) {
    return new Cell(reading, failure, startedAt, now, running, known);
  }

  Cell seen(Reading next, Instant began, Instant nextDue) {
    // a write in the meantime has set the time earlier, and it holds
    Instant then = due.isAfter(began) ? due : nextDue;
    return new Cell(next, Optional.empty(), began, then, false, true);
  }

  Cell failed(ItemFailure why) {
    return new Cell(reading, Optional.of(why), startedAt, why.nextTry(), false, known);
  }
}
