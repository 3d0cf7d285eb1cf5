package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.Folders;
import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Consumer;

/** One control plane with its state folder: start, look at, stop. */
public record ControlPlane(PlaneHome home) implements AutoCloseable {

  /** How a recorded plane is found. */
  public enum Health {
    ABSENT,
    RUNNING,
    DAMAGED
  }

  /** Starts the plane and returns when its nodes are ready; leaves nothing behind if it fails. */
  public void start(Toolchain tools, PlaneOptions options, Consumer<String> progress) {
    var start = new PlaneStart(home, tools, options, progress);
    var undo =
        new Thread(
            () -> {
              start.cancel();
              stop();
            },
            "stop-plane");
    // Ctrl-C during the start, and for a plane that is not detached at any time later.
    Runtime.getRuntime().addShutdownHook(undo);
    try {
      start.run();
    } catch (IOException e) {
      stop();
      throw new PlaneException("the control plane did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new PlaneException("the start was interrupted", e);
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
    if (options.detached()) {
      Runtime.getRuntime().removeShutdownHook(undo);
    }
  }

  public Health health() {
    if (!Files.exists(home.plane())) {
      return Health.ABSENT;
    }
    var complete = new Processes(home).running().size() == Component.STOP_ORDER.size();
    return complete && Files.exists(home.kubeconfig()) && answers()
        ? Health.RUNNING
        : Health.DAMAGED;
  }

  private boolean answers() {
    try {
      var server = home.data("server");
      return Files.exists(server)
          && new ReadyProbe(Files.readString(server), home.pki("ca.crt")).ready();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line per component: whether it runs. */
  public String describe() {
    var processes = new Processes(home);
    var text = new StringBuilder();
    for (var name : Component.STOP_ORDER.reversed()) {
      text.append(
          "  %-24s %s%n".formatted(name, processes.alive(name) ? "running" : "not running"));
    }
    return text.toString();
  }

  /** Stops the recorded processes and removes the state; harmless if there is nothing. */
  public void stop() {
    new Processes(home).stopAll();
    try {
      Folders.delete(home.plane());
      Files.deleteIfExists(home.kubeconfig());
      Files.deleteIfExists(home.env());
      Files.deleteIfExists(home.bin().resolve("kubectl"));
    } catch (IOException e) {
      throw new PlaneException(
          "the state folder %s cannot be removed: %s".formatted(home.root(), e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
