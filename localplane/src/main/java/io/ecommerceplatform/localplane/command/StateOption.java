package io.ecommerceplatform.localplane.command;

import io.ecommerceplatform.localplane.plane.PlaneHome;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that all commands share. */
final class StateOption {
  @Option(
      names = "--state-dir",
      paramLabel = "<dir>",
      defaultValue = ".run",
      description = "Folder of everything the plane leaves on disk (default: ${DEFAULT-VALUE}).")
  private Path folder;

  PlaneHome home() {
    return new PlaneHome(folder);
  }
}
