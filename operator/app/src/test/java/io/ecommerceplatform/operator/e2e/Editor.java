package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.operator.process.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Somebody who edits at a steady pace and is not to be discouraged. */
final class Editor implements AutoCloseable {
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicInteger edits = new AtomicInteger();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final Thread thread;

  private Editor(int perSecond, IntConsumer edit) {
    thread = Thread.ofVirtual().start(() -> run(Duration.ofSeconds(1).dividedBy(perSecond), edit));
  }

  /** Begins; the edit is told its number, counted from one. */
  static Editor at(int perSecond, IntConsumer edit) {
    return new Editor(perSecond, edit);
  }

  private void run(Duration period, IntConsumer edit) {
    Instant next = Instant.now();
    try {
      while (!stopping.get()) {
        edit.accept(edits.get() + 1);
        edits.incrementAndGet();
        next = next.plus(period);
        Duration left = Duration.between(Instant.now(), next);
        if (left.isPositive()) {
          Await.pause(left);
        }
      }
    } catch (RuntimeException e) {
      failure.set(e); // told when the test ends the editor
    }
  }

  int edits() {
    return edits.get();
  }

  /** Ends after the edit that is under way, and says how many there were. */
  int stop() {
    close();
    return edits();
  }

  @Override
  public void close() {
    stopping.set(true);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }
}
