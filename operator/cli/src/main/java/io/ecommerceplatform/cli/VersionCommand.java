package io.ecommerceplatform.cli;

import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.Installed;
import io.ecommerceplatform.cli.text.UserError;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints versions; a cluster that does not answer is no error here. */
@Command(
    name = "version",
    description = "Prints the version of this command, and what the cluster has.")
final class VersionCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private ClusterOptions where;
  @Mixin private OutputOptions output;
  @Mixin private HelpOption help;

  @Option(names = "--client", description = "Ask no cluster.")
  private boolean client;

  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().println("kubectl ecp  " + BuildVersion.read());
    if (!client) {
      cluster();
    }
    return ExitStatus.DONE;
  }

  private void cluster() {
    try (Cluster cluster = Cluster.open(where.target(console))) {
      Installed installed = new Installed(cluster);
      console.out().println("CRD          " + installed.definition());
      console.out().println("operator     " + installed.operator());
    } catch (UserError e) {
      console.out().println("cluster      " + e.getMessage());
    }
  }
}
