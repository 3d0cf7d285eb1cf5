package io.ecommerceplatform.localplane.command;

import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.toolchain.ToolchainFinder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds the binaries without starting them, for CI images and for impatient people. */
@Command(
    name = "build",
    description = "Build the binaries if they are not there; print their folder.")
final class BuildCommand implements Callable<Integer> {
  private final Settings settings;
  @Spec private CommandSpec spec;

  BuildCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() {
    var progress = spec.commandLine().getErr();
    var toolchain =
        new ToolchainFinder(
                settings,
                line -> {
                  progress.println(line);
                  progress.flush();
                })
            .find();
    spec.commandLine().getOut().println(toolchain.folder());
    return 0;
  }
}
