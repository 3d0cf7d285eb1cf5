package io.ecommerceplatform.localplane.command;

import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.plane.AwsGround;
import io.ecommerceplatform.localplane.plane.ControlPlane;
import io.ecommerceplatform.localplane.plane.ExistingCluster;
import io.ecommerceplatform.localplane.plane.PlaneHome;
import io.ecommerceplatform.localplane.plane.PlaneLock;
import io.ecommerceplatform.localplane.plane.PlaneOptions;
import io.ecommerceplatform.localplane.toolchain.PythonEnvironment;
import io.ecommerceplatform.localplane.toolchain.ToolchainFinder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the plane, or says that it runs already. */
@Command(name = "up", description = "Start the plane; reuse a healthy one, replace a damaged one.")
final class UpCommand implements Callable<Integer> {
  private final Settings settings;
  @Mixin private StateOption state;
  @Spec private CommandSpec spec;

  @Option(names = "--nodes", defaultValue = "3", description = "Fake nodes (default: 3).")
  private int nodes;

  @Option(
      names = "--pod-delay-ms",
      defaultValue = "100",
      description = "Duration of each step of a pod's life (default: ${DEFAULT-VALUE}).")
  private int podDelayMillis;

  @Option(names = "--audit", description = "Write an audit log to <dir>/plane/log/audit.jsonl.")
  private boolean audit;

  @Option(names = "--foreground", description = "Stay; Ctrl-C stops the plane.")
  private boolean foreground;

  UpCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws InterruptedException {
    var home = state.home();
    var out = spec.commandLine().getOut();
    try (var lock = PlaneLock.of(home)) {
      if (settings.existingCluster()) {
        lock.check();
        new ExistingCluster(home, settings.existingKubeconfig()).attach();
        out.println("using the cluster of " + settings.existingKubeconfig());
        hint(home, out);
        return 0;
      }
      up(home, out);
    }
    hint(home, out);
    if (foreground) {
      out.println("Ctrl-C stops it");
      out.flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private void up(PlaneHome home, PrintWriter out) {
    var plane = new ControlPlane(home);
    switch (plane.health()) {
      case RUNNING -> {
        out.println("the plane runs already");
        return;
      }
      case DAMAGED -> {
        out.println("the plane is damaged, starting it anew");
        plane.stop();
      }
      case ABSENT -> out.println("starting the plane");
    }
    out.flush();
    var tools = new ToolchainFinder(settings, line -> say(out, line)).find();
    var options = options(out);
    plane.start(tools, options, line -> say(out, line));
    if (options.emulator().isPresent()) {
      say(out, "laying a network and a hosted zone in the AWS emulator");
      new AwsGround(home, options.emulator().get()).lay();
    }
  }

  private PlaneOptions options(PrintWriter out) {
    var defaults = PlaneOptions.defaults();
    Optional<Path> emulator =
        settings.withoutAws()
            ? Optional.empty()
            : Optional.of(new PythonEnvironment(settings, line -> say(out, line)).python());
    return new PlaneOptions(
        nodes,
        defaults.region(),
        defaults.zones(),
        Duration.ofMillis(podDelayMillis),
        audit,
        emulator,
        !foreground);
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }

  private static void hint(PlaneHome home, PrintWriter out) {
    out.println("kubeconfig: " + home.kubeconfig());
    out.println("to use it:  . " + home.env());
    out.flush();
  }
}
