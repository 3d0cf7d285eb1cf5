package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.PlatformWatch;
import io.ecommerceplatform.cli.status.Facts;
import io.ecommerceplatform.cli.status.PlatformView;
import io.ecommerceplatform.cli.status.StatusTree;
import io.ecommerceplatform.cli.text.Ages;
import io.ecommerceplatform.cli.text.Screen;
import io.ecommerceplatform.cli.text.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows one platform again and again until somebody, or readiness, or a timeout ends it. */
final class StatusWatch {
  private static final Duration REDRAW = Duration.ofSeconds(1);

  private final Console console;
  private final OutputOptions output;
  private final OutputFormat format;
  private final boolean untilReady;
  private final Instant start;
  private final Optional<Instant> deadline;
  private final Screen screen;
  private Facts facts = Facts.none();

  private StatusWatch(
      Console console,
      OutputOptions output,
      OutputFormat format,
      boolean untilReady,
      Duration limit) {
    this.console = console;
    this.output = output;
    this.format = format;
    this.untilReady = untilReady;
    this.start = console.clock().instant();
    this.deadline = Optional.ofNullable(limit).map(start::plus);
    this.screen =
        new Screen(console.out(), console.terminal().width(), console.terminal().height());
  }

  static StatusWatch of(
      Console console,
      OutputOptions output,
      OutputFormat format,
      boolean untilReady,
      Duration limit) {
    return new StatusWatch(console, output, format, untilReady, limit);
  }

  /** Follows the platform; returns the exit code. */
  int follow(Cluster cluster, String name) throws InterruptedException {
    PlatformView latest = null;
    try (PlatformWatch watch = PlatformWatch.start(cluster, name)) {
      while (true) {
        Optional<PlatformWatch.Change> change = watch.next(REDRAW);
        if (change.isPresent()) {
          if (change.get().gone()) {
            throw new UserError(name + " was deleted", "kubectl get ecp -n " + cluster.namespace());
          }
          latest = PlatformView.of(change.get().platform());
          tell(latest);
        } else if (latest != null && redraws()) {
          draw(latest);
        }
        if (untilReady && latest != null && latest.isReady()) {
          return ExitStatus.DONE;
        }
        if (deadline.isPresent() && !console.clock().instant().isBefore(deadline.get())) {
          return timedOut(name, latest);
        }
      }
    }
  }

  private boolean redraws() {
    return format == OutputFormat.text && console.terminal().interactive();
  }

  private void tell(PlatformView view) {
    if (redraws()) {
      draw(view);
    } else if (format == OutputFormat.text) {
      Facts now = Facts.of(view);
      String since = "+" + Ages.text(Duration.between(start, console.clock().instant()));
      now.since(facts).forEach(line -> console.out().println(since + "  " + line));
      facts = now;
    } else {
      List<JsonNode> tree = List.of(Documents.withoutBookkeeping(view.resource()));
      console.out().print(Documents.text(tree, format));
    }
    console.out().flush();
  }

  private void draw(PlatformView view) {
    screen.draw(StatusTree.lines(view, console.clock().instant(), output.tree(console.terminal())));
  }

  private int timedOut(String name, PlatformView latest) {
    boolean ready = latest != null && latest.isReady();
    if (!ready) {
      String waited = Ages.text(Duration.between(start, console.clock().instant()));
      String phase = latest == null ? "unknown" : latest.phase();
      console.err().println(name + " is not Ready after " + waited + "; it is " + phase + ".");
    }
    return ready ? ExitStatus.DONE : ExitStatus.NOT_YET;
  }
}
