package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.toolchain.Toolchain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The plane's own kubectl, used to fill the plane; its cache stays inside the plane's folder. */
record Kubectl(PlaneHome home, Toolchain tools) {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  void run(String... arguments) throws IOException, InterruptedException {
    var result = tryRun(arguments);
    if (result.exitCode() != 0) {
      throw new PlaneException(
          "kubectl %s failed: %s".formatted(String.join(" ", arguments), result.output()));
    }
  }

  Result tryRun(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(tools.binary("kubectl").toString());
    command.add("--kubeconfig=" + home.kubeconfig());
    command.add("--cache-dir=" + home.data("kubectl-cache"));
    command.addAll(List.of(arguments));
    var log = home.log("kubectl.log");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.PIPE)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Result(1, "no answer in " + LIMIT.toSeconds() + " s");
    }
    java.nio.file.Files.writeString(
        log,
        String.join(" ", arguments) + "\n" + output,
        java.nio.file.StandardOpenOption.CREATE,
        java.nio.file.StandardOpenOption.APPEND);
    return new Result(process.exitValue(), output.strip());
  }

  record Result(int exitCode, String output) {}
}
