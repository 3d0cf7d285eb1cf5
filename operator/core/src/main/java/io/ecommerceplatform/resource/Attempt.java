package io.ecommerceplatform.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The last write to one item by this process; only the pace of writes hangs on it.
 *
 * @param at when it was sent
 * @param wanted hash of what was sent; empty for a removal
 * @param failure why it failed; empty when AWS took it
 * @param repeated how often the same change was sent in a row and was taken, or what is not to be
 *     seen was said to be there
 */
public record Attempt(Instant at, String wanted, Optional<ItemFailure> failure, int repeated) {
  /** What was just made may be missing from a list for so long. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** What has no effect is tried again after so long; until then it is a change in a row. */
  private static final Duration ROW = Duration.ofHours(1);

  /** True when it was refused, or was not the first that AWS took and did nothing about. */
  public boolean hasNoEffect() {
    return failure.isPresent() || repeated > 0;
  }

  /** True when what happens at a time still belongs together with this. */
  public boolean isOfOneRow(Instant later) {
    return later.isBefore(at.plus(ROW));
  }

  /** When a list that is read has to show it; of a removal nothing has to appear. */
  public Instant shownAt() {
    return wanted.isEmpty() ? at : at.plus(GRACE);
  }
}
