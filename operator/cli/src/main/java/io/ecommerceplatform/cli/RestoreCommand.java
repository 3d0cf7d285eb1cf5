package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.PlatformPatch;
import io.ecommerceplatform.cli.cluster.Platforms;
import io.ecommerceplatform.cli.text.UserError;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says, or makes, the change of a resource that restores a snapshot into a new store. */
@Command(
    name = "restore",
    description = {
      "Prints the change that restores a snapshot into a new store beside the old one, which stays"
          + " as it is; with --apply makes it.",
      "Exit code 0: done, 1: error."
    })
final class RestoreCommand implements Callable<Integer> {
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
      names = "--store",
      required = true,
      paramLabel = "STORE",
      description = "The database or cache that the snapshot is of.")
  private String store;

  @Option(
      names = "--snapshot",
      required = true,
      paramLabel = "SNAPSHOT",
      description = "Name of the snapshot in AWS, as kubectl ecp snapshot prints it.")
  private String snapshot;

  @Option(
      names = "--as",
      paramLabel = "STORE",
      description = "Name of the new store; default: that of the old one and -restored.")
  private String as;

  @Option(names = "--apply", description = "Make the change in the cluster.")
  private boolean apply;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "yaml",
      description = "yaml or json.")
  private OutputFormat format;

  RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Cluster cluster = Cluster.open(where.target(console))) {
      JsonNode platform = new Platforms(cluster).only(name);
      RestoredStore restored =
          RestoredStore.of(platform, store, as == null ? store + "-restored" : as, snapshot);
      if (apply) {
        PlatformPatch.add(cluster, platform, "/spec/" + restored.list(), restored.entry());
        console.out().println(applied(platform, restored));
      } else {
        print(restored);
      }
      return ExitStatus.DONE;
    }
  }

  private static String applied(JsonNode platform, RestoredStore restored) {
    String found = platform.at("/metadata/name").asText();
    return "%s: added %s to spec.%s; follow it with: kubectl ecp status %s --watch"
        .formatted(found, restored.name(), restored.list(), found);
  }

  private void print(RestoredStore restored) {
    OutputFormat form = format == OutputFormat.json ? OutputFormat.json : OutputFormat.yaml;
    if (form == OutputFormat.yaml) {
      console.out().println("# add this entry to spec.%s; --apply does".formatted(restored.list()));
    }
    ObjectNode change = Json.tree(Map.of());
    change.withObject("/spec").putArray(restored.list()).add(restored.entry());
    console.out().print(Documents.text(List.of(change), form));
  }

  /**
   * The new store.
   *
   * @param list the field of the resource that it comes into
   */
  private record RestoredStore(String list, String name, ObjectNode entry) {
    private static final List<String> LISTS = List.of("databases", "caches");

    /** What belongs to the old one alone: its names in AWS, and who reads a copy of it. */
    private static final List<String> OWN =
        List.of("awsName", "awsNames", "finalSnapshotName", "replicas", "restoreFrom");

    static RestoredStore of(JsonNode platform, String store, String name, String snapshot) {
      for (String list : LISTS) {
        JsonNode all = platform.at("/spec/" + list);
        for (JsonNode one : all) {
          if (one.path("name").asText().equals(store)) {
            refuseTaken(platform, name);
            refuseInCluster(one, list);
            ObjectNode entry = one.deepCopy();
            entry.remove(OWN);
            entry.put("name", name).putObject("restoreFrom").put("snapshot", snapshot);
            return new RestoredStore(list, name, entry);
          }
        }
      }
      throw unknown(platform, store);
    }

    private static void refuseTaken(JsonNode platform, String name) {
      if (names(platform).contains(name)) {
        throw new UserError(
            platform.at("/metadata/name").asText() + " has a store " + name + " already",
            "the same command with --as and another name");
      }
    }

    private static void refuseInCluster(JsonNode store, String list) {
      if (store.path("placement").asText().equals("InCluster")) {
        throw new UserError(
            "--store: %s in spec.%s runs inside the cluster, where nothing is restored from snapshots"
                .formatted(store.path("name").asText(), list),
            "kubectl ecp explain NotManagedYet");
      }
    }

    private static UserError unknown(JsonNode platform, String store) {
      List<String> names = names(platform);
      String there = names.isEmpty() ? "nothing" : String.join(", ", names);
      return new UserError(
          "--store: %s is not listed in spec.databases or spec.caches of %s, where there is %s; what a profile implies has to be listed before it can be restored beside"
              .formatted(store, platform.at("/metadata/name").asText(), there),
          "kubectl ecp render %s --effective".formatted(platform.at("/metadata/name").asText()));
    }

    private static List<String> names(JsonNode platform) {
      return LISTS.stream()
          .flatMap(list -> platform.at("/spec/" + list).valueStream())
          .map(one -> one.path("name").asText())
          .toList();
    }
  }
}
