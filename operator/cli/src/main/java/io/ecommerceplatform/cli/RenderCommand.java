package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.LiveWorld;
import io.ecommerceplatform.cli.manifest.AssumedCluster;
import io.ecommerceplatform.cli.plan.Assessing;
import io.ecommerceplatform.cli.plan.EffectiveResource;
import io.ecommerceplatform.cli.plan.HeldText;
import io.ecommerceplatform.cli.plan.Manifests;
import io.ecommerceplatform.cli.text.UserError;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.pass.Assessment;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a resource compiles to; with a file it needs no cluster. */
@Command(
    name = "render",
    description = {
      "Prints the objects that the operator would apply.",
      "With a file nothing is asked of a cluster: what the resource refers to counts as there."
    })
final class RenderCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private Source source;
  @Mixin private ClusterOptions where;
  @Mixin private OperatorOptions operator;
  @Mixin private OutputOptions output;
  @Mixin private HelpOption help;

  @Option(
      names = "--effective",
      description = "Print the resource instead, with every default of its profile filled in.")
  private boolean effective;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "yaml",
      description = "yaml or json.")
  private OutputFormat format;

  RenderCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (format == OutputFormat.text) {
      throw new UserError("-o text: render has yaml and json", "kubectl ecp render --help");
    }
    OperatorSettings settings = operator.settings();
    if (source.isFile()) {
      JsonNode resource = source.fromFile(where.namespaceOr("default"));
      print(
          resource,
          Assessing.of(
              resource,
              settings,
              AssumedCluster.of(resource, settings.ingressClass()),
              console.clock().instant()));
    } else {
      try (Cluster cluster = Cluster.open(where.target(console))) {
        JsonNode resource = source.fromCluster(cluster);
        print(
            resource,
            Assessing.of(
                resource,
                settings,
                new LiveWorld(cluster, settings.veleroNamespace()).observe(),
                console.clock().instant()));
      }
    }
    return ExitStatus.DONE;
  }

  private void print(JsonNode resource, Assessment assessment) {
    List<JsonNode> trees =
        effective
            ? List.of(EffectiveResource.of(resource, assessment.platform()))
            : Manifests.of(assessment.desired());
    console.out().print(Documents.list(trees, format));
    if (!effective) {
      HeldText.lines(assessment.desired().held()).forEach(console.err()::println);
    }
    assessment
        .platform()
        .findings()
        .forEach(f -> console.err().println(f.reason() + ": " + f.text()));
  }
}
