package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.PlatformWatch;
import io.ecommerceplatform.cli.text.Ages;
import io.ecommerceplatform.cli.text.UserError;
import io.ecommerceplatform.refresh.Refresh;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Waits until the operator says that it has read everything. */
final class RefreshWait {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration PROGRESS = Duration.ofSeconds(5);

  private final Console console;
  private final Instant start;
  private final Instant deadline;
  private Instant nextWord;

  RefreshWait(Console console, Duration limit) {
    this.console = console;
    start = console.clock().instant();
    deadline = start.plus(limit);
    nextWord = start.plus(PROGRESS);
  }

  /** The row of {@code status.commands}; empty when the time is over. */
  Optional<JsonNode> follow(Cluster cluster, String name, String asked)
      throws InterruptedException {
    try (PlatformWatch watch = PlatformWatch.start(cluster, name)) {
      while (console.clock().instant().isBefore(deadline)) {
        Optional<PlatformWatch.Change> change = watch.next(PATIENCE);
        if (change.isPresent()) {
          if (change.get().gone()) {
            throw new UserError(name + " was deleted", "kubectl get ecp -n " + cluster.namespace());
          }
          JsonNode platform = change.get().platform();
          Optional<JsonNode> answer = answer(platform, asked).or(() -> later(platform));
          if (answer.isPresent()) {
            return answer;
          }
        }
        progress(name);
      }
    }
    console
        .err()
        .println(
            "%s was not read anew within %s; see whether its operator runs with: kubectl ecp preflight -n %s"
                .formatted(name, waited(), cluster.namespace()));
    return Optional.empty();
  }

  /** Somebody who asks after us is answered instead of us. */
  private static Optional<JsonNode> later(JsonNode platform) {
    return answer(
        platform, platform.path("metadata").path("annotations").path(Refresh.ANNOTATION).asText());
  }

  private static Optional<JsonNode> answer(JsonNode platform, String word) {
    return StreamSupport.stream(platform.at("/status/commands").spliterator(), false)
        .filter(c -> c.path("command").asText().equals(Refresh.COMMAND))
        .filter(c -> c.path("value").asText().equals(word))
        .findFirst();
  }

  private void progress(String name) {
    Instant now = console.clock().instant();
    if (!now.isBefore(nextWord)) {
      console.err().println("waiting for the operator to read " + name + ", " + waited());
      console.err().flush();
      nextWord = now.plus(PROGRESS);
    }
  }

  private String waited() {
    return Ages.text(Duration.between(start, console.clock().instant()));
  }
}
