package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.LiveWorld;
import io.ecommerceplatform.cli.cluster.Platforms;
import io.ecommerceplatform.cli.cost.CostChange;
import io.ecommerceplatform.cli.plan.Assessing;
import io.ecommerceplatform.cli.plan.AwsPicture;
import io.ecommerceplatform.cli.plan.PlanReport;
import io.ecommerceplatform.cost.Estimate;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.resource.Observed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the operator would change, and changes nothing. */
@Command(
    name = "plan",
    description = {
      "Shows what the operator would change in the cluster, for a file before it is applied or for"
          + " a platform that is there. Changes nothing.",
      "Exit code 0: no changes, 2: changes, 1: error."
    })
final class PlanCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Source source;
  @Mixin private ClusterOptions where;
  @Mixin private OperatorOptions operator;
  @Mixin private OutputOptions output;
  @Mixin private HelpOption help;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text, json or yaml.")
  private OutputFormat format;

  @Option(
      names = "--refresh",
      negatable = true,
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      paramLabel = "true|false",
      description = "Read AWS; with false its items are listed as unknown.")
  private boolean refresh;

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Cluster cluster = Cluster.open(where.target(console))) {
      JsonNode resource = source.isFile() ? proposed(cluster) : source.fromCluster(cluster);
      Cluster there = cluster.in(resource.at("/metadata/namespace").asText());
      Observed inCluster = new LiveWorld(there, operator.settings().veleroNamespace()).observe();
      AwsPicture aws =
          AwsPicture.of(
              resource, refresh, console.clock(), () -> assess(resource, inCluster).platform());
      Assessment assessment = assess(resource, inCluster.with(aws.world()));
      return print(
          new PlanReport(assessment, aws.whole(assessment), costs(resource, there, assessment)));
    }
  }

  private Assessment assess(JsonNode resource, Observed observed) {
    return Assessing.of(resource, operator.settings(), observed, console.clock().instant());
  }

  /** What it costs as it is in the cluster, and what it will. */
  private CostChange costs(JsonNode resource, Cluster there, Assessment assessment) {
    Optional<Estimate> before =
        new Platforms(there)
            .find(resource.at("/metadata/name").asText())
            .flatMap(live -> Costs.of(live, operator.settings(), console.clock().instant()));
    return new CostChange(before, Costs.of(assessment));
  }

  /** The file's wish with the identity and the history of the platform that it would change. */
  private JsonNode proposed(Cluster cluster) {
    ObjectNode resource = source.fromFile(cluster.namespace());
    String namespace = resource.at("/metadata/namespace").asText();
    String name = resource.at("/metadata/name").asText();
    new Platforms(cluster.in(namespace))
        .find(name)
        .ifPresent(
            live -> {
              resource.withObject("/metadata").set("uid", live.at("/metadata/uid"));
              if (live.has("status")) {
                resource.set("status", live.get("status"));
              }
            });
    return resource;
  }

  private int print(PlanReport report) {
    if (format == OutputFormat.text) {
      report
          .lines(output.ink(console.terminal()), console.terminal().unicode())
          .forEach(console.out()::println);
    } else {
      console.out().print(Documents.text(List.of(report.tree()), format));
    }
    return report.hasChanges() ? ExitStatus.NOT_YET : ExitStatus.DONE;
  }
}
