package io.ecommerceplatform.localplane.command;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the local plane. */
@Command(
    name = "localplane",
    description =
        "A real Kubernetes control plane on this machine, with fake nodes and an emulated AWS.",
    mixinStandardHelpOptions = true,
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      BuildCommand.class,
      EnvCommand.class
    },
    footer = {
      "",
      "Environment:",
      "  PLANE=existing   use the cluster of KUBECONFIG, start nothing",
      "  PLANE_AWS=none   start no AWS emulator",
      "  KUBE_BIN=<dir>   use these binaries, build nothing",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage; status: 3 not running, 4 damaged."
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine(Settings.ofThisProcess()).execute(arguments));
  }

  static CommandLine commandLine(Settings settings) {
    var line = new CommandLine(new Main(), new CommandFactory(settings));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (e instanceof PlaneException) {
            command
                .getErr()
                .println(command.getColorScheme().errorText("localplane: " + e.getMessage()));
            return 1;
          }
          throw e;
        });
    return line;
  }
}
