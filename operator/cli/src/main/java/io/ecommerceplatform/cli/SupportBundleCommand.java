package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.bundle.Archive;
import io.ecommerceplatform.cli.bundle.Bundle;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.EvidenceReader;
import io.ecommerceplatform.cli.cluster.Platforms;
import io.ecommerceplatform.cli.text.UserError;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts what somebody else needs to help into one file. */
@Command(
    name = "support-bundle",
    description = {
      "Writes the resource, its objects, pods, events and the operator's logs into a zip file,"
          + " without the value of any Secret. Read it before you give it away.",
      "Exit code 0: written, 1: error."
    })
final class SupportBundleCommand implements Callable<Integer> {
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
      paramLabel = "FILE",
      description = "File to write, which must end with .zip; default: <name>-support.zip.")
  private Path file;

  SupportBundleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (file != null && !file.toString().endsWith(".zip")) {
      throw new UserError(
          "--output: " + file + " does not end with .zip", "the same command with a .zip file");
    }
    try (Cluster cluster = Cluster.open(where.target(console))) {
      JsonNode resource = new Platforms(cluster).only(name);
      String folder = resource.at("/metadata/name").asText() + "-support";
      Path target = file == null ? Path.of(folder + ".zip") : file;
      Bundle bundle = new Bundle(trees -> Documents.text(trees, OutputFormat.yaml));
      Map<String, String> files = bundle.files(new EvidenceReader(cluster).read(resource));
      files.put("command.txt", "kubectl ecp " + BuildVersion.read() + "\n");
      if (!Archive.write(target, folder, files)) {
        throw new UserError(
            "there is a file " + target + " already", "the same command with --output <file>.zip");
      }
      console.out().println("Wrote %d files to %s".formatted(files.size(), target));
      return ExitStatus.DONE;
    }
  }
}
