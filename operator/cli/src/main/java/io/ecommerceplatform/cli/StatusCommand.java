package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.Platforms;
import io.ecommerceplatform.cli.status.PlatformTable;
import io.ecommerceplatform.cli.status.PlatformView;
import io.ecommerceplatform.cli.status.StatusTree;
import io.ecommerceplatform.cli.text.Durations;
import io.ecommerceplatform.cli.text.UserError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how a platform is doing. */
@Command(
    name = "status",
    description = {
      "Shows how a platform is doing, what is wrong first.",
      "Exit code 0: Ready, 2: not Ready yet, 1: error."
    })
final class StatusCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private ClusterOptions where;
  @Mixin private OutputOptions output;
  @Mixin private HelpOption help;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Name of the platform; default: the only one of the namespace.")
  private String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text, json or yaml (the resource with its status).")
  private OutputFormat format;

  @Option(
      names = {"-w", "--watch"},
      description = "Keep showing it; on a terminal redrawn, elsewhere one line per change.")
  private boolean watch;

  @Option(names = "--until-ready", description = "Like --watch, and stop as soon as it is Ready.")
  private boolean untilReady;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Stop watching after this time, such as 90s or 5m; exit code 2.")
  private String timeout;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Duration limit = limit();
    try (Cluster cluster = Cluster.open(where.target(console))) {
      Platforms platforms = new Platforms(cluster);
      if (watch || untilReady) {
        String watched = platforms.only(name).at("/metadata/name").asText();
        return StatusWatch.of(console, output, format, untilReady, limit).follow(cluster, watched);
      }
      List<JsonNode> found = name == null ? platforms.list() : List.of(platforms.get(name));
      return show(found);
    }
  }

  private int show(List<JsonNode> found) {
    List<PlatformView> views = found.stream().map(PlatformView::of).toList();
    if (format != OutputFormat.text) {
      List<JsonNode> trees = found.stream().map(Documents::withoutBookkeeping).toList();
      console.out().print(Documents.list(trees, format));
    } else if (views.size() == 1) {
      StatusTree.lines(views.get(0), console.clock().instant(), output.tree(console.terminal()))
          .forEach(console.out()::println);
    } else {
      output
          .tree(console.terminal())
          .section(PlatformTable.of(views, console.clock().instant()))
          .forEach(console.out()::println);
    }
    return views.stream().allMatch(PlatformView::isReady) ? ExitStatus.DONE : ExitStatus.NOT_YET;
  }

  private Duration limit() {
    if (timeout == null) {
      return null;
    }
    if (!watch && !untilReady) {
      throw new UserError(
          "--timeout needs --watch or --until-ready",
          "kubectl ecp status --until-ready --timeout 5m");
    }
    return Durations.parse(timeout)
        .orElseThrow(
            () ->
                new UserError(
                    "--timeout: " + timeout + " is no time such as 90s, 5m or 1h30m",
                    "kubectl ecp status --until-ready --timeout 5m"));
  }
}
