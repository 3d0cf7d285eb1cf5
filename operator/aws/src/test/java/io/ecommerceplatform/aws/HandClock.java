package io.ecommerceplatform.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that a test moves; it starts when the test does, as signatures need the right time. Each
 * look at it takes a moment, so that what comes after a write is later than the write.
 */
final class HandClock implements InstantSource {
  private Instant now = Instant.now();

  @Override
  public synchronized Instant instant() {
    now = now.plusMillis(1);
    return now;
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
