package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.toolchain.Toolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The plane's own kubectl, used to fill the plane; its cache stays inside the plane's folder. */
record Kubectl(PlaneHome home, Toolchain tools) {
  private static final Duration LIMIT = Duration.ofSeconds(150);

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
    var answer = home.log("kubectl.answer");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(answer.toFile())
            .start();
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Result(1, "no answer in " + LIMIT.toSeconds() + " s");
    }
    var output = Files.readString(answer);
    Files.writeString(
        home.log("kubectl.log"),
        "$ kubectl %s%n%s".formatted(String.join(" ", arguments), output),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return new Result(process.exitValue(), output.strip());
  }

  record Result(int exitCode, String output) {}
}
