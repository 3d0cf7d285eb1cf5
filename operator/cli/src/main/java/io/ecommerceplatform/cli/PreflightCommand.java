package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.Surveyor;
import io.ecommerceplatform.cli.manifest.AssumedCluster;
import io.ecommerceplatform.cli.plan.Assessing;
import io.ecommerceplatform.cli.plan.Manifests;
import io.ecommerceplatform.cli.preflight.Answer;
import io.ecommerceplatform.cli.preflight.Preflight;
import io.ecommerceplatform.cli.preflight.Verdict;
import io.ecommerceplatform.cli.preflight.Wish;
import io.ecommerceplatform.cli.text.Row;
import io.ecommerceplatform.cli.text.Section;
import io.ecommerceplatform.resource.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the cluster lacks for a platform. */
@Command(
    name = "preflight",
    description = {
      "Says what the cluster lacks for a platform, with the command that repairs it. Without a file"
          + " or a name: for the platform of the namespace, else for one of profile Economy."
          + " Changes nothing.",
      "Exit code 0: nothing lacks, 2: something lacks, 1: error."
    })
final class PreflightCommand implements Callable<Integer> {
  private static final String USUAL =
      """
      {"apiVersion": "ecommerceplatform.io/v1alpha1", "kind": "ECommercePlatform",
       "metadata": {"name": "shop"},
       "spec": {"profile": "Economy", "domain": {"host": "shop.example.com"}}}
      """;

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

  PreflightCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Cluster cluster = Cluster.open(where.target(console))) {
      JsonNode resource = resource(cluster);
      Instant now = console.clock().instant();
      Cluster there = cluster.in(resource.at("/metadata/namespace").asText());
      List<Answer> answers = Preflight.of(new Surveyor(there).survey(), wish(resource, now), now);
      print(resource, answers);
      return count(answers, Verdict.LACKING) == 0 ? ExitStatus.DONE : ExitStatus.NOT_YET;
    }
  }

  private JsonNode resource(Cluster cluster) {
    if (source.isFile()) {
      return source.fromFile(cluster.namespace());
    }
    return source
        .fromClusterIfAny(cluster)
        .orElseGet(
            () -> {
              ObjectNode usual = Json.tree(Json.parse(USUAL));
              usual.withObject("/metadata").put("namespace", cluster.namespace());
              return usual;
            });
  }

  private Wish wish(JsonNode resource, Instant now) {
    String ingressClass = operator.settings().ingressClass();
    var assumed = AssumedCluster.of(resource, ingressClass);
    var assessment = Assessing.of(resource, operator.settings(), assumed, now);
    List<JsonNode> objects = Manifests.of(assessment.desired());
    return new Wish(resource, objects, ingressClass, BuildVersion.read());
  }

  private void print(JsonNode resource, List<Answer> answers) {
    if (format == OutputFormat.text) {
      List<Row> rows = new ArrayList<>();
      answers.forEach(
          a -> rows.add(Row.of(a.verdict().mark(), a.what(), a.message()).typing(a.command())));
      String title =
          "Preflight of %s in namespace %s"
              .formatted(
                  resource.at("/metadata/name").asText(),
                  resource.at("/metadata/namespace").asText());
      output
          .tree(console.terminal())
          .section(new Section(title, "profile " + resource.at("/spec/profile").asText(), rows))
          .forEach(console.out()::println);
      console.out().println(summary(answers));
    } else {
      List<JsonNode> rows = new ArrayList<>();
      answers.forEach(a -> rows.add(Json.tree(a)));
      console.out().print(Documents.text(List.of(Json.tree(Map.of("checks", rows))), format));
    }
  }

  private static String summary(List<Answer> answers) {
    long lacking = count(answers, Verdict.LACKING);
    long unknown = count(answers, Verdict.UNKNOWN);
    String text =
        lacking == 0 ? "Nothing lacks." : "%d of %d lack.".formatted(lacking, answers.size());
    return unknown == 0 ? text : text + " %d could not be read.".formatted(unknown);
  }

  private static long count(List<Answer> answers, Verdict verdict) {
    return answers.stream().filter(a -> a.verdict() == verdict).count();
  }
}
