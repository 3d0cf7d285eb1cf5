package io.ecommerceplatform.localplane.plane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process that a plane belongs to, and that should have stopped it. */
public record PlaneOwner(long pid) {

  public static PlaneOwner thisProcess() {
    return new PlaneOwner(ProcessHandle.current().pid());
  }

  public void mark(PlaneHome home) throws IOException {
    ProcessRecord.of(ProcessHandle.of(pid).orElseThrow()).write(file(home));
  }

  /** Whether the owner of this plane still lives; a plane without a mark has none. */
  public static boolean alive(PlaneHome home) {
    return Files.exists(file(home))
        && ProcessRecord.read(file(home)).flatMap(ProcessRecord::sameStart).isPresent();
  }

  private static Path file(PlaneHome home) {
    return home.root().resolve("owner");
  }
}
