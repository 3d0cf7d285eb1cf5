package io.ecommerceplatform.cli;

import io.ecommerceplatform.aws.StoreSnapshots;
import io.ecommerceplatform.aws.StoreSnapshots.Taken;
import io.ecommerceplatform.cli.text.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Waits until snapshots are whole, and says now and then how far they are. */
record SnapshotWait(Console console, StoreSnapshots snapshots, Duration limit) {
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration PROGRESS = Duration.ofSeconds(20);

  List<Taken> follow(List<Taken> started) throws InterruptedException {
    Instant start = console.clock().instant();
    Instant nextWord = start.plus(PROGRESS);
    List<Taken> taken = started;
    while (!taken.stream().allMatch(Taken::isOver)) {
      if (!console.clock().instant().isBefore(start.plus(limit))) {
        return taken;
      }
      TimeUnit.MILLISECONDS.sleep(REST.toMillis());
      taken = taken.stream().map(snapshots::look).toList();
      Instant now = console.clock().instant();
      if (!now.isBefore(nextWord)) {
        tell(taken, Duration.between(start, now));
        nextWord = now.plus(PROGRESS);
      }
    }
    return taken;
  }

  private void tell(List<Taken> taken, Duration waited) {
    String open =
        taken.stream()
            .filter(one -> !one.isOver())
            .map(one -> one.store() + " " + one.state())
            .collect(Collectors.joining(", "));
    if (!open.isEmpty()) {
      console.err().println("waiting, " + Ages.text(waited) + ": " + open);
      console.err().flush();
    }
  }
}
