package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts, finds and stops the processes of one plane by their recorded ids, never by name. */
record Processes(PlaneHome home) {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  void start(Component component, boolean detached) throws IOException {
    var command = new ArrayList<String>();
    if (detached) {
      // A session of its own: Ctrl-C in the terminal that started the plane must not reach it.
      setsid().ifPresent(path -> command.add(path.toString()));
    }
    command.addAll(component.command());
    Files.write(home.data(component.name() + ".command"), command);
    launch(component.name(), command);
  }

  private void launch(String component, List<String> command) throws IOException {
    var log = home.log(component + ".log").toFile();
    var process =
        new ProcessBuilder(command)
            .directory(home.plane().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    ProcessRecord.of(process.toHandle()).write(home.pid(component));
  }

  /** Starts one again with the command that it was started with. */
  void startAgain(String component) throws IOException {
    launch(component, Files.readAllLines(home.data(component + ".command")));
  }

  /** Ends one as a lost machine does, and returns when it is gone. */
  void kill(String component) {
    handle(component)
        .orElseThrow(() -> new PlaneException(component + " does not run"))
        .destroyForcibly();
    while (alive(component)) {
      Thread.onSpinWait();
    }
  }

  boolean alive(String component) {
    return handle(component).isPresent();
  }

  /** The components that this plane was started with: the AWS emulator is not in every one. */
  List<String> expected() {
    return Component.STOP_ORDER.stream()
        .filter(name -> !name.equals(Emulator.NAME) || Emulator.recorded(home))
        .toList();
  }

  /** The components of this plane that run now. */
  List<String> running() {
    return Component.STOP_ORDER.stream().filter(this::alive).toList();
  }

  /**
   * Stops everything that is recorded and still ours. The state is thrown away afterwards, so one
   * second of patience is enough; a draining API server would take ten.
   */
  void stopAll() {
    var handles =
        Component.STOP_ORDER.stream().map(this::handle).flatMap(Optional::stream).toList();
    handles.forEach(ProcessHandle::destroy);
    awaitExit(handles);
    var stubborn = handles.stream().filter(ProcessHandle::isAlive).toList();
    stubborn.forEach(ProcessHandle::destroyForcibly);
    awaitExit(stubborn);
  }

  private static void awaitExit(List<ProcessHandle> handles) {
    var exits = handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(exits).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (ExecutionException e) {
      throw new PlaneException("a process of the plane cannot be awaited: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<ProcessHandle> handle(String component) {
    var file = home.pid(component);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return ProcessRecord.read(file).flatMap(record -> record.handle(home));
  }

  private static Optional<Path> setsid() {
    return List.of("/usr/bin/setsid", "/bin/setsid").stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
