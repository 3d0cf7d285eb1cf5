package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.aws.StoreSnapshots;
import io.ecommerceplatform.aws.StoreSnapshots.Taken;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.Platforms;
import io.ecommerceplatform.cli.manifest.AssumedCluster;
import io.ecommerceplatform.cli.plan.Assessing;
import io.ecommerceplatform.cli.text.Durations;
import io.ecommerceplatform.cli.text.UserError;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes snapshots of what a platform keeps in AWS. */
@Command(
    name = "snapshot",
    description = {
      "Takes a snapshot of each store that the platform has in AWS, with your own credentials there:"
          + " RDS, Aurora, DocumentDB, ElastiCache and backups of DynamoDB.",
      "Exit code 0: all are available, 2: not in time, 1: error, or AWS refuses one."
    })
final class SnapshotCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private ClusterOptions where;
  @Mixin private OperatorOptions operator;
  @Mixin private OutputOptions output;
  @Mixin private HelpOption help;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Name of the platform; default: the only one of the namespace.")
  private String name;

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description = "Name of a store; may be given several times; default: all of them.")
  private List<String> stores = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text, json or yaml.")
  private OutputFormat format;

  @Option(
      names = "--wait",
      negatable = true,
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      paramLabel = "true|false",
      description = "Wait until they are available; with false only have them taken.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30m",
      description = "Stop waiting after this time, such as 5m (default 30m); exit code 2.")
  private String timeout;

  SnapshotCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Duration limit = limit();
    StoreSnapshots snapshots = snapshots(resource());
    List<Taken> taken = snapshots.take(chosen(snapshots));
    if (wait) {
      taken = new SnapshotWait(console, snapshots, limit).follow(taken);
    }
    print(taken);
    if (taken.stream().anyMatch(t -> t.isOver() && !t.isAvailable())) {
      return ExitStatus.ERROR;
    }
    return wait && !taken.stream().allMatch(Taken::isAvailable)
        ? ExitStatus.NOT_YET
        : ExitStatus.DONE;
  }

  private JsonNode resource() {
    try (Cluster cluster = Cluster.open(where.target(console))) {
      return new Platforms(cluster).only(name);
    }
  }

  private StoreSnapshots snapshots(JsonNode resource) {
    String found = resource.at("/metadata/name").asText();
    if (resource.at("/spec/aws").isMissingNode()) {
      throw new UserError(
          found + " has nothing in AWS: its resource has no spec.aws",
          "kubectl ecp status " + found);
    }
    OperatorSettings settings = operator.settings();
    Platform platform =
        Assessing.of(
                resource,
                settings,
                AssumedCluster.of(resource, settings.ingressClass()),
                console.clock().instant())
            .platform();
    return StoreSnapshots.ofThisProcess(platform, console.clock())
        .orElseThrow(
            () ->
                new UserError(
                    "no credentials for AWS: neither variables nor a profile has any",
                    "aws sso login   # or set AWS_PROFILE"));
  }

  private List<String> chosen(StoreSnapshots snapshots) {
    List<String> possible = snapshots.stores();
    if (!snapshots.unread().isEmpty()) {
      throw new UserError(String.join("; ", snapshots.unread()), "the same with these rights");
    }
    if (possible.isEmpty()) {
      throw new UserError(
          "AWS has no store of this platform of which a snapshot can be taken", "kubectl ecp plan");
    }
    for (String store : stores) {
      if (!possible.contains(store)) {
        throw new UserError(
            "--store: %s is no store in AWS of which a snapshot can be taken; there are %s"
                .formatted(store, String.join(", ", possible)),
            "kubectl ecp snapshot --store " + possible.getFirst());
      }
    }
    return stores.isEmpty() ? possible : stores;
  }

  private void print(List<Taken> taken) {
    if (format != OutputFormat.text) {
      console.out().print(Documents.list(taken.stream().map(this::tree).toList(), format));
      return;
    }
    int widest = taken.stream().mapToInt(t -> t.store().length()).max().orElse(0);
    for (Taken one : taken) {
      console
          .out()
          .println(
              "%s  %s  %s%s"
                  .formatted(
                      one.store() + " ".repeat(widest - one.store().length()),
                      one.snapshot().name(),
                      one.state(),
                      one.problem().isEmpty() ? "" : ": " + one.problem()));
    }
  }

  private JsonNode tree(Taken taken) {
    return Json.tree(
        Map.of(
            "store", taken.store(),
            "type", taken.snapshot().store().type().name(),
            "snapshot", taken.snapshot().name(),
            "state", taken.state(),
            "problem", taken.problem()));
  }

  private Duration limit() {
    return Durations.parse(timeout)
        .orElseThrow(
            () ->
                new UserError(
                    "--timeout: " + timeout + " is no time such as 90s, 5m or 1h30m",
                    "kubectl ecp snapshot --timeout 30m"));
  }
}
