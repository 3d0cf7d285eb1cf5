package io.ecommerceplatform.localplane.command;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell has to evaluate to reach the plane. */
@Command(name = "env", description = "Print the shell lines that select the plane.")
final class EnvCommand implements Callable<Integer> {
  @Mixin private StateOption state;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var home = state.home();
    if (!Files.exists(home.env())) {
      throw new PlaneException("no plane in %s; type: make up".formatted(home.root()));
    }
    var out = spec.commandLine().getOut();
    out.print(Files.readString(home.env()));
    out.flush();
    return 0;
  }
}
