package io.ecommerceplatform.resource;

import java.time.Instant;

/**
 * One call that AWS refused.
 *
 * @param kind what it means
 * @param code AWS's own code, for example {@code AccessDenied}; empty without an answer
 * @param message in plain words, with what to do
 * @param at when
 */
public record ItemFailure(FailureKind kind, String code, String message, Instant at) {

  /** When it is tried again. */
  public Instant nextTry() {
    return at.plus(kind.retry());
  }

  public boolean isDue(Instant now) {
    return !now.isBefore(nextTry());
  }
}
