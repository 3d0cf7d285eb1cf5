package io.ecommerceplatform.localplane.command;

import io.ecommerceplatform.localplane.plane.ControlPlane;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what runs; the exit code is for scripts. */
@Command(name = "status", description = "Say what runs (exit code 0 running, 3 not, 4 damaged).")
final class StatusCommand implements Callable<Integer> {
  @Mixin private StateOption state;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var home = state.home();
    var out = spec.commandLine().getOut();
    var plane = new ControlPlane(home);
    return switch (plane.health()) {
      case RUNNING -> {
        out.println("running, kubeconfig " + home.kubeconfig());
        out.print(plane.describe());
        out.flush();
        yield 0;
      }
      case DAMAGED -> {
        out.println("damaged; 'up' replaces it, 'down' removes it");
        out.print(plane.describe());
        out.flush();
        yield 4;
      }
      case ABSENT -> {
        if (Files.exists(home.kubeconfig())) {
          out.println("existing cluster, kubeconfig " + home.kubeconfig());
          yield 0;
        }
        out.println("not running");
        yield 3;
      }
    };
  }
}
