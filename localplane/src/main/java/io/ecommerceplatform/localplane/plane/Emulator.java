package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.FreePorts;
import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Resources;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The AWS emulator as a process of a plane.
 *
 * @param python the Python of its environment
 */
record Emulator(PlaneHome home, Path python) {
  static final String NAME = "aws-emulator";
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int TIMEOUT_MS = 2000;
  private static final long PROBE_EVERY_MS = 50;

  /** Writes its sources beside the state, so that a new build does not change what runs. */
  Component prepare() throws IOException {
    var sources = home.data("aws");
    Resources.copyFolder("aws-emulator", sources);
    var port = FreePorts.claim();
    Files.writeString(endpointFile(home), "http://127.0.0.1:" + port);
    return new Component(
        NAME,
        List.of(
            python.toString(),
            "-E",
            "-s",
            sources.resolve("serve.py").toString(),
            "--port=" + port));
  }

  static URI endpoint(PlaneHome home) {
    try {
      return URI.create(Files.readString(endpointFile(home)));
    } catch (IOException e) {
      throw new PlaneException("no AWS emulator is recorded in " + home.root(), e);
    }
  }

  static boolean recorded(PlaneHome home) {
    return Files.exists(endpointFile(home));
  }

  /** Returns when it answers. */
  static void await(PlaneHome home) throws InterruptedException {
    var processes = new Processes(home);
    var deadline = System.nanoTime() + LIMIT.toNanos();
    while (!answers(endpoint(home))) {
      if (!processes.alive(NAME) || System.nanoTime() > deadline) {
        throw new PlaneException(
            "the AWS emulator does not answer:\n" + LogTail.of(home.log(NAME + ".log")));
      }
      TimeUnit.MILLISECONDS.sleep(PROBE_EVERY_MS);
    }
  }

  static boolean answers(URI endpoint) {
    try {
      var connection =
          (HttpURLConnection) endpoint.resolve("/_emulator/health").toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MS);
      connection.setReadTimeout(TIMEOUT_MS);
      try (var in = connection.getInputStream()) {
        in.readAllBytes();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path endpointFile(PlaneHome home) {
    return home.data("aws-endpoint");
  }
}
