package io.ecommerceplatform.operator.faults;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which requests a fault is for, and how many of them. */
public final class Rule {
  private final Predicate<Call> when;
  private final Fault fault;
  private final AtomicInteger left;
  private final AtomicInteger hits = new AtomicInteger();

  Rule(Predicate<Call> when, Fault fault, int times) {
    this.when = when;
    this.fault = fault;
    this.left = new AtomicInteger(times);
  }

  /** How many requests it has hit so far. */
  public int hits() {
    return hits.get();
  }

  boolean hits(Call call) {
    boolean hit = when.test(call) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    if (hit) {
      hits.incrementAndGet();
    }
    return hit;
  }

  Fault fault() {
    return fault;
  }
}
