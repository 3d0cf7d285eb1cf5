package io.ecommerceplatform.localplane.command;

import io.ecommerceplatform.localplane.plane.ControlPlane;
import io.ecommerceplatform.localplane.plane.PlaneLock;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the plane and removes its state; an existing cluster is only forgotten. */
@Command(name = "down", description = "Stop the plane and remove its state.")
final class DownCommand implements Callable<Integer> {
  @Mixin private StateOption state;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var home = state.home();
    var out = spec.commandLine().getOut();
    if (!Files.exists(home.root())) {
      out.println("no plane in " + home.root());
      return 0;
    }
    try (var lock = PlaneLock.of(home)) {
      lock.check();
      var plane = new ControlPlane(home);
      var ours = Files.exists(home.plane());
      var known = Files.exists(home.kubeconfig());
      plane.stop();
      if (ours) {
        out.println("the plane is stopped");
      } else {
        out.println(known ? "the existing cluster is left as it is" : "no plane in " + home.root());
      }
    }
    return 0;
  }
}
