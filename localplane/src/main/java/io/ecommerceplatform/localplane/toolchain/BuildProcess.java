package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run of a tool that builds something, which says every few seconds that it is still alive.
 *
 * @param tool which tool
 * @param name what it makes, for the progress
 * @param log where its output goes
 */
record BuildProcess(
    BuildTool tool,
    String name,
    List<String> command,
    Path folder,
    Path log,
    Consumer<String> progress) {
  private static final Duration REPORT_EVERY = Duration.ofSeconds(20);
  private static final int LAST_LINES = 15;

  void run() throws IOException {
    var started = System.nanoTime();
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(tool.environment());
    var process = builder.start();
    var stopWithUs = new Thread(() -> stop(process));
    Runtime.getRuntime().addShutdownHook(stopWithUs);
    try {
      while (!process.waitFor(REPORT_EVERY.toSeconds(), TimeUnit.SECONDS)) {
        progress.accept("  %s: %d s, %s".formatted(name, seconds(started), tool.state(log)));
      }
    } catch (InterruptedException e) {
      stop(process);
      Thread.currentThread().interrupt();
      throw new PlaneException("the build was interrupted; run the same command again", e);
    }
    Runtime.getRuntime().removeShutdownHook(stopWithUs);
    if (process.exitValue() != 0) {
      throw new PlaneException(tool.failed(name, log, lastLines()));
    }
    progress.accept("  %s: done in %d s".formatted(name, seconds(started)));
  }

  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static long seconds(long started) {
    return Duration.ofNanos(System.nanoTime() - started).toSeconds();
  }

  private String lastLines() throws IOException {
    var lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
