package io.ecommerceplatform.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves; it starts when the test does, as signatures need the right time. */
final class HandClock implements InstantSource {
  private Instant now = Instant.now();

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
