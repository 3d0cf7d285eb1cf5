package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Prometheus' own check of rule files, built once: only it knows what PromQL is. */
public record RuleChecker(Settings settings, Consumer<String> progress) {
  private static final GoModule MODULE =
      new GoModule("promql", List.of("go.mod", "go.sum", "main.go"));

  /** What Prometheus would refuse of a file of rule groups; empty when it is fine. */
  public List<String> errors(Path file) {
    try {
      var process =
          new ProcessBuilder(binary().toString(), file.toString())
              .redirectErrorStream(true)
              .start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? List.of() : text.lines().toList();
    } catch (IOException e) {
      throw new PlaneException("the check of rules cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlaneException("interrupted while rules were checked", e);
    }
  }

  private Path binary() {
    var machine = System.getProperty("os.name") + System.getProperty("os.arch");
    var target = settings.cache(MODULE.name()).resolve(MODULE.hash(machine));
    var binary = target.resolve(MODULE.name());
    if (!Files.isExecutable(binary)) {
      var go = GoCompiler.find(settings, MODULE.goVersion()).command().toString();
      new CachedFolder(target, "Prometheus' check of rules", progress)
          .build(() -> Files.isExecutable(binary), (work, output) -> fill(go, work, output));
    }
    return binary;
  }

  private void fill(String go, Path work, Path output) throws IOException {
    progress.accept("building Prometheus' check of rules with Go (once; about 1 min on 2 cores)");
    var module = MODULE.copyTo(work.resolve("src"));
    var command = List.of(go, "build", "-o", output.resolve(MODULE.name()).toString(), ".");
    new BuildProcess(
            BuildTool.GO, MODULE.name(), command, module, work.resolve("promql.log"), progress)
        .run();
  }
}
