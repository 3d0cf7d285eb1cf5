package io.ecommerceplatform.localplane.plane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A recorded process: ids are reused by the system, so the start time and the command count too.
 */
record ProcessRecord(long pid, Instant started) {
  /** The system's clock may be set while the plane runs. */
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  static ProcessRecord of(ProcessHandle handle) {
    return new ProcessRecord(handle.pid(), handle.info().startInstant().orElseGet(Instant::now));
  }

  static Optional<ProcessRecord> read(Path file) {
    try {
      var parts = Files.readString(file).strip().split(" ");
      if (parts.length != 2) {
        return Optional.empty();
      }
      return Optional.of(
          new ProcessRecord(
              Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, pid + " " + started.toEpochMilli() + "\n");
  }

  /**
   * The live process, if it is still the recorded one: its command line names this plane's folder.
   */
  Optional<ProcessHandle> handle(PlaneHome home) {
    return sameStart()
        .filter(
            handle ->
                handle
                    .info()
                    .commandLine()
                    .map(line -> line.contains(home.root() + "/"))
                    // Only a dead process that nobody has collected yet has no command line.
                    .orElse(false));
  }

  /** The live process with this id that started at the recorded time. */
  Optional<ProcessHandle> sameStart() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            handle ->
                handle
                    .info()
                    .startInstant()
                    .map(at -> Duration.between(started, at).abs().compareTo(TOLERANCE) < 0)
                    .orElse(true));
  }
}
