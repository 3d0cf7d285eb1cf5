package io.ecommerceplatform.operator.process;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again until something is so, and says what it saw when it never is. */
public final class Await {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

  private Await() {}

  public static void until(String what, BooleanSupplier reached, Supplier<String> seen) {
    until(what, PATIENCE, reached, seen);
  }

  public static void until(
      String what, Duration patience, BooleanSupplier reached, Supplier<String> seen) {
    Instant deadline = Instant.now().plus(patience);
    while (!reached.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(
            "not %s after %d s: %s".formatted(what, patience.toSeconds(), seen.get()));
      }
      pause(BETWEEN_LOOKS);
    }
  }

  public static void pause(Duration duration) {
    Instant end = Instant.now().plus(duration);
    while (Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.between(Instant.now(), end).toNanos());
    }
  }
}
