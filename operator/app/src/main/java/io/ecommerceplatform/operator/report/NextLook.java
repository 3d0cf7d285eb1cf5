package io.ecommerceplatform.operator.report;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * When to look at a platform again if no event comes first. Failures are retried for ever, ever
 * more slowly up to a minute; what waits is looked at although an event should come.
 */
public final class NextLook {
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration WAITING = Duration.ofSeconds(30);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);

  private final Map<String, Duration> retries = new ConcurrentHashMap<>();

  /**
   * How a pass ended.
   *
   * @param failed true when an action was refused
   * @param unfinished true when what it wrote asks for another look at once
   * @param untold true when status waits for its turn
   * @param waiting true while something else has to happen first
   * @param edge how long until the clock alone changes what is wanted; empty when it never does
   */
  public record Pass(
      boolean failed,
      boolean unfinished,
      boolean untold,
      boolean waiting,
      Optional<Duration> edge) {
    public static Pass idle() {
      return new Pass(false, false, false, false, Optional.empty());
    }

    /** The world was not looked at yet; who looks tells. */
    public static Pass unseen() {
      return new Pass(false, false, false, true, Optional.empty());
    }

    /** What was decided is written down: the next pass acts on it. */
    public static Pass decided() {
      return new Pass(false, true, false, false, Optional.of(AT_ONCE));
    }

    /** Another look is needed soon, whatever came of the last request. */
    public static Pass again() {
      return new Pass(false, true, false, false, Optional.empty());
    }
  }

  /** How long to wait; empty when the regular interval will do. */
  public Optional<Duration> after(ECommercePlatform resource, Pass pass) {
    return Stream.of(regular(resource, pass), pass.edge())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private Optional<Duration> regular(ECommercePlatform resource, Pass pass) {
    String uid = resource.getMetadata().getUid();
    if (pass.failed()) {
      return Optional.of(retries.merge(uid, FIRST_RETRY, NextLook::longer));
    }
    retries.remove(uid);
    if (pass.unfinished()) {
      return Optional.of(SOON);
    }
    if (pass.untold()) {
      return Optional.of(StatusPace.PAUSE);
    }
    return pass.waiting() ? Optional.of(WAITING) : Optional.empty();
  }

  /** The platform is gone. */
  public void forget(String uid) {
    retries.remove(uid);
  }

  private static Duration longer(Duration last, Duration first) {
    Duration doubled = last.multipliedBy(2);
    return doubled.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : doubled;
  }
}
