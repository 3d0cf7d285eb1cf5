package io.ecommerceplatform.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root: it only knows its commands. */
@Command(
    name = "kubectl ecp",
    mixinStandardHelpOptions = false,
    description = "Shows, plans and explains ECommercePlatform resources.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done; status: Ready; plan: no changes",
      "  1  error",
      "  2  status: not Ready yet; plan: there are changes"
    })
final class EcpCommand implements Runnable {
  @Mixin private OutputOptions output;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  /** The command line with all commands; building it loads no class of the Kubernetes client. */
  static CommandLine commandLine(Console console) {
    CommandLine root = new CommandLine(new EcpCommand());
    root.addSubcommand(new StatusCommand(console));
    root.addSubcommand(new PlanCommand(console));
    root.addSubcommand(new RenderCommand(console));
    root.addSubcommand(new ExplainCommand(console));
    root.addSubcommand(new VersionCommand(console));
    return root;
  }
}
