package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cost.CostReport;
import io.ecommerceplatform.cli.text.UserError;
import io.ecommerceplatform.cost.Estimate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Estimates what a platform costs a month; with a file it needs no cluster. */
@Command(
    name = "cost",
    description = {
      "Estimates what a platform costs a month in AWS, with every quantity and price.",
      "Reads the resource only, no bill and no AWS account."
    })
final class CostCommand implements Callable<Integer> {
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

  CostCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CostReport report = new CostReport(estimate(resource()));
    if (format == OutputFormat.text) {
      report.lines(output.ink(console.terminal())).forEach(console.out()::println);
    } else {
      console.out().print(Documents.text(List.of(report.tree()), format));
    }
    return ExitStatus.DONE;
  }

  private JsonNode resource() {
    if (source.isFile()) {
      return source.fromFile(where.namespaceOr("default"));
    }
    try (Cluster cluster = Cluster.open(where.target(console))) {
      return source.fromCluster(cluster);
    }
  }

  private Estimate estimate(JsonNode resource) {
    return Costs.of(resource, operator.settings(), console.clock().instant())
        .orElseThrow(
            () ->
                new UserError(
                    "the resource has neither spec.aws nor spec.cost: nothing of it is in AWS",
                    "kubectl ecp cost -f samples/revcart.yaml"));
  }
}
