package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What is in an account before an operator comes: a network and a hosted zone.
 *
 * @param python the Python of the emulator's environment
 */
public record AwsGround(PlaneHome home, Path python) {
  private static final String ZONE = "example.com";
  private static final long LIMIT_SECONDS = 60;

  /** Lays it; what is there already stays. */
  public void lay(String region) {
    var log = home.log("aws-ground.log");
    try {
      var process =
          new ProcessBuilder(
                  python.toString(),
                  "-E",
                  "-s",
                  home.data("aws").resolve("ground.py").toString(),
                  "--endpoint=" + Emulator.endpoint(home),
                  "--region=" + region,
                  "--account=" + EnvFile.ACCOUNT,
                  "--zone=" + ZONE)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      if (process.waitFor() != 0) {
        throw new PlaneException("no network in the AWS emulator:\n" + LogTail.of(log));
      }
    } catch (IOException e) {
      throw new PlaneException("no network in the AWS emulator: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlaneException("the start was interrupted", e);
    }
  }
}
