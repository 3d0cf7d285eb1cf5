package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.PlatformPatch;
import io.ecommerceplatform.cli.cluster.Platforms;
import io.ecommerceplatform.cli.text.Durations;
import io.ecommerceplatform.cli.text.UserError;
import io.ecommerceplatform.refresh.Refresh;
import io.ecommerceplatform.resource.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the operator look at everything of a platform now, and tells what it found. */
@Command(
    name = "refresh",
    description = {
      "Has the operator read everything of a platform anew now, in AWS and in the cluster, try"
          + " again what was refused, and put right what differs. Waits for it and tells what had"
          + " drifted.",
      "Exit code 0: done, 2: not done in time, 1: error."
    })
final class RefreshCommand implements Callable<Integer> {
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
      description = "text, json or yaml.")
  private OutputFormat format;

  @Option(
      names = "--wait",
      negatable = true,
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      paramLabel = "true|false",
      description = "Wait for the operator; with false only ask.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "2m",
      description = "Stop waiting after this time, such as 90s or 5m (default 2m); exit code 2.")
  private String timeout;

  RefreshCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Duration limit = limit();
    try (Cluster cluster = Cluster.open(where.target(console))) {
      JsonNode platform = new Platforms(cluster).only(name);
      String found = platform.at("/metadata/name").asText();
      String word = console.clock().instant().toString();
      ObjectNode change = Json.tree(Map.of());
      change.withObject("/metadata/annotations").put(Refresh.ANNOTATION, word);
      PlatformPatch.merge(cluster, found, change);
      if (!wait) {
        print(Map.of("platform", found, "asked", word), "asked to read " + found + " anew");
        return ExitStatus.DONE;
      }
      Optional<JsonNode> answer = new RefreshWait(console, limit).follow(cluster, found, word);
      answer.ifPresent(a -> print(answered(found, a), found + ": " + a.path("result").asText()));
      return answer.isPresent() ? ExitStatus.DONE : ExitStatus.NOT_YET;
    }
  }

  private static Map<String, String> answered(String platform, JsonNode answer) {
    return Map.of(
        "platform",
        platform,
        "asked",
        answer.path("value").asText(),
        "handledAt",
        answer.path("handledAt").asText(),
        "result",
        answer.path("result").asText());
  }

  private void print(Map<String, String> tree, String text) {
    if (format == OutputFormat.text) {
      console.out().println(text);
    } else {
      console.out().print(Documents.text(List.of(Json.tree(tree)), format));
    }
  }

  private Duration limit() {
    return Durations.parse(timeout)
        .orElseThrow(
            () ->
                new UserError(
                    "--timeout: " + timeout + " is no time such as 90s, 5m or 1h30m",
                    "kubectl ecp refresh --timeout 5m"));
  }
}
