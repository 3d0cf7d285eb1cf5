package io.ecommerceplatform.resource;

import java.time.Duration;

/** What an error of AWS means for the next try. */
public enum FailureKind {
  /** Too many calls. */
  THROTTLED(Duration.ofSeconds(15)),
  /** No answer, or one that heals by itself. */
  TRANSIENT(Duration.ofSeconds(20)),
  /** AWS is still at work on the item, or something uses it. */
  BUSY(Duration.ofSeconds(10)),
  /** Something new, for example a role, is not known everywhere yet. */
  PROPAGATING(Duration.ofSeconds(5)),
  /** It is not there. */
  NOT_FOUND(Duration.ofSeconds(5)),
  /** What it is to be made from is not there. */
  ABSENT(Duration.ofMinutes(1)),
  /** It is there already. */
  EXISTS(Duration.ofSeconds(5)),
  /** The role may not do it. */
  DENIED(Duration.ofMinutes(5)),
  /** A limit of the account. */
  QUOTA(Duration.ofMinutes(15)),
  /** AWS refuses what is asked. */
  INVALID(Duration.ofHours(1));

  private final Duration retry;

  FailureKind(Duration retry) {
    this.retry = retry;
  }

  /** Time until the next try. */
  public Duration retry() {
    return retry;
  }

  /** True when somebody has to do something about it. */
  public boolean needsPerson() {
    return switch (this) {
      case DENIED, QUOTA, INVALID, EXISTS, ABSENT -> true;
      case THROTTLED, TRANSIENT, BUSY, PROPAGATING, NOT_FOUND -> false;
    };
  }
}
