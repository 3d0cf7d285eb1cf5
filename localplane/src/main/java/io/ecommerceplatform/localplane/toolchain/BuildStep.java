package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One {@code go build} that says every few seconds that it is still alive. */
record BuildStep(BuildTarget target, ModuleSources sources, Consumer<String> progress) {
  private static final Duration REPORT_EVERY = Duration.ofSeconds(20);
  private static final int LAST_LINES = 15;

  void run(String go, Path modules, Path output) throws IOException {
    var log = modules.resolveSibling(target.binary() + ".log");
    var started = System.nanoTime();
    progress.accept(
        "  %s (%d of %d): typically %s"
            .formatted(
                target.binary(),
                target.ordinal() + 1,
                BuildTarget.values().length,
                target.typicalTime()));
    var builder =
        new ProcessBuilder(GoBuild.command(go, target, sources, output.resolve(target.binary())))
            .directory(modules.resolve(target.module()).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(GoBuild.ENVIRONMENT);
    var process = builder.start();
    var stopWithUs = new Thread(() -> stop(process));
    Runtime.getRuntime().addShutdownHook(stopWithUs);
    try {
      while (!process.waitFor(REPORT_EVERY.toSeconds(), TimeUnit.SECONDS)) {
        progress.accept("  %s: %d s, %s".formatted(target.binary(), seconds(started), now(log)));
      }
    } catch (InterruptedException e) {
      stop(process);
      Thread.currentThread().interrupt();
      throw new PlaneException("the build was interrupted; run the same command again", e);
    }
    Runtime.getRuntime().removeShutdownHook(stopWithUs);
    if (process.exitValue() != 0) {
      throw new PlaneException(ToolchainErrors.buildFailed(target, log, lastLines(log)));
    }
    progress.accept("  %s: done in %d s".formatted(target.binary(), seconds(started)));
  }

  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static long seconds(long started) {
    return Duration.ofNanos(System.nanoTime() - started).toSeconds();
  }

  private static String now(Path log) throws IOException {
    try (var lines = Files.lines(log)) {
      var downloads = lines.filter(line -> line.startsWith("go: downloading")).count();
      return downloads == 0 ? "compiling" : downloads + " modules downloaded, compiling";
    }
  }

  private static String lastLines(Path log) throws IOException {
    var lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
