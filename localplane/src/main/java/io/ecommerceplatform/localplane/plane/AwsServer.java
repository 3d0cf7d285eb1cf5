package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The AWS emulator without a control plane, for tests that need no cluster. */
public record AwsServer(PlaneHome home) implements AutoCloseable {

  /** Starts it and returns when it answers; leaves nothing behind if it fails. */
  public URI start(Path python) {
    // Ctrl-C in a test run leaves no process
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-aws"));
    try {
      for (var folder : new String[] {"log", "pid"}) {
        Files.createDirectories(home.plane().resolve(folder));
      }
      new Processes(home).start(new Emulator(home, python).prepare(), false);
      Emulator.await(home);
      return Emulator.endpoint(home);
    } catch (IOException e) {
      close();
      throw new PlaneException("the AWS emulator did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new PlaneException("the start was interrupted", e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    new ControlPlane(home).stop();
  }
}
