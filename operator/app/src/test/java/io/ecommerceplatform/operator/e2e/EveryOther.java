package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.operator.faults.Call;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Every second of some requests, so that a burst of refusals also lets something through. */
record EveryOther(Predicate<Call> calls, AtomicInteger seen) implements Predicate<Call> {
  EveryOther(Predicate<Call> calls) {
    this(calls, new AtomicInteger());
  }

  @Override
  public boolean test(Call call) {
    return calls.test(call) && seen.getAndIncrement() % 2 == 0;
  }
}
