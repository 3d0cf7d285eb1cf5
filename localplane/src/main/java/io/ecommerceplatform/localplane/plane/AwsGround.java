package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What is in an account before an operator comes: a network and a hosted zone.
 *
 * @param python the Python of the emulator's environment
 */
public record AwsGround(PlaneHome home, Path python) {
  private static final String ZONE = "example.com";

  /** Where the samples live. */
  private static final List<String> REGIONS =
      List.of("ap-southeast-1", "eu-central-1", "eu-west-1", "us-east-1");

  private static final long LIMIT_SECONDS = 60;

  /** Lays it in the regions of the samples; what is there already stays. */
  public void lay() {
    var log = home.log("aws-ground.log");
    try {
      var command = new ArrayList<String>();
      command.addAll(List.of(python.toString(), "-E", "-s"));
      command.add(home.data("aws").resolve("ground.py").toString());
      command.add("--endpoint=" + Emulator.endpoint(home));
      command.add("--account=" + EnvFile.ACCOUNT);
      command.add("--zone=" + ZONE);
      REGIONS.forEach(region -> command.add("--region=" + region));
      var process =
          new ProcessBuilder(command)
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
