package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Keeps two commands from starting or stopping the same plane at once; freed by the system. */
public final class PlaneLock implements AutoCloseable {
  private final FileChannel channel;

  private PlaneLock(FileChannel channel) {
    this.channel = channel;
  }

  public static PlaneLock of(PlaneHome home) {
    try {
      Files.createDirectories(home.root());
      var channel =
          FileChannel.open(
              home.root().resolve("plane.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      channel.lock();
      return new PlaneLock(channel);
    } catch (IOException e) {
      throw new PlaneException(
          "the state folder %s cannot be locked: %s".formatted(home.root(), e.getMessage()), e);
    }
  }

  /** Fails if the lock was given back too early. */
  public void check() {
    if (!channel.isOpen()) {
      throw new IllegalStateException("lock is closed");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
