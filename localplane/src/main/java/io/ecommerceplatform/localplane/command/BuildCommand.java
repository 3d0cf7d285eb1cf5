package io.ecommerceplatform.localplane.command;

import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.toolchain.PythonEnvironment;
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
    var toolchain = new ToolchainFinder(settings, this::say).find();
    if (!settings.withoutAws()) {
      new PythonEnvironment(settings, this::say).python();
    }
    spec.commandLine().getOut().println(toolchain.folder());
    return 0;
  }

  private void say(String line) {
    var progress = spec.commandLine().getErr();
    progress.println(line);
    progress.flush();
  }
}
