package io.ecommerceplatform.localplane.plane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The end of a log, for an error message: state folders are removed after a failed start. */
final class LogTail {
  private static final int LINES = 20;

  private LogTail() {}

  static String of(Path log) {
    if (!Files.exists(log)) {
      return "  (no log)";
    }
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()))
          .indent(2)
          .stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
