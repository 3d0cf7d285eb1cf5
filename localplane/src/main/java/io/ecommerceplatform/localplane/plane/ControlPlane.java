package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.Folders;
import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One control plane with its state folder: start, look at, stop. */
public record ControlPlane(PlaneHome home) implements AutoCloseable {

  private static final String API_SERVER = "kube-apiserver";
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PROBE_EVERY = Duration.ofMillis(50);

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
    var processes = new Processes(home);
    var complete = processes.running().containsAll(processes.expected());
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
    for (var name : processes.expected().reversed()) {
      text.append(
          "  %-24s %s%n".formatted(name, processes.alive(name) ? "running" : "not running"));
    }
    return text.toString();
  }

  /** Kills the API server, as when its machine is lost; everything else lives on. */
  public void killApiServer() {
    new Processes(home).kill(API_SERVER);
  }

  /** Starts it again as it was, and returns when it is ready. */
  public void startApiServer() throws IOException {
    new Processes(home).startAgain(API_SERVER);
    var deadline = System.nanoTime() + LIMIT.toNanos();
    while (!answers()) {
      if (System.nanoTime() > deadline) {
        throw new PlaneException(
            "kube-apiserver is not ready again:\n" + LogTail.of(home.log(API_SERVER + ".log")));
      }
      LockSupport.parkNanos(PROBE_EVERY.toNanos());
    }
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
