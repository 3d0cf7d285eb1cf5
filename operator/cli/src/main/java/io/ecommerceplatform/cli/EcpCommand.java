package io.ecommerceplatform.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
    description = "Shows, plans, refreshes and explains ECommercePlatform resources.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done; status: Ready; plan: no changes; preflight: nothing lacks",
      "  1  error",
      "  2  status: not Ready yet; plan: there are changes; preflight: something lacks;",
      "     refresh, snapshot: not done in time"
    })
final class EcpCommand implements Runnable {
  @Mixin private OutputOptions output;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  /**
   * The command line; building it loads no class of the Kubernetes client. Reading a command's
   * annotations takes a while, so a command line that starts with one gets only that one.
   */
  static CommandLine commandLine(Console console, String... args) {
    Map<String, Function<Console, Object>> commands = new LinkedHashMap<>();
    commands.put("status", StatusCommand::new);
    commands.put("plan", PlanCommand::new);
    commands.put("cost", CostCommand::new);
    commands.put("refresh", RefreshCommand::new);
    commands.put("snapshot", SnapshotCommand::new);
    commands.put("restore", RestoreCommand::new);
    commands.put("render", RenderCommand::new);
    commands.put("preflight", PreflightCommand::new);
    commands.put("support-bundle", SupportBundleCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("version", VersionCommand::new);
    if (args.length > 0 && commands.containsKey(args[0])) {
      commands.keySet().retainAll(Set.of(args[0]));
    }
    CommandLine root = new CommandLine(new EcpCommand());
    commands.values().forEach(command -> root.addSubcommand(command.apply(console)));
    return root;
  }
}
