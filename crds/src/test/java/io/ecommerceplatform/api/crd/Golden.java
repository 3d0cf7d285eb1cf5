package io.ecommerceplatform.api.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares a committed file with what is generated now, or rewrites it. */
final class Golden {
  private static final String REPAIR = "Repair it with: make golden";

  private Golden() {}

  static void check(Path relative, String generated) throws IOException {
    Path file = relative.toAbsolutePath().normalize();
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, generated);
      return;
    }
    assertThat(file).as(REPAIR).exists();
    firstDifference(file, Files.readAllLines(file), generated.lines().toList());
  }

  /** One line says enough; both files in full would bury the command that repairs them. */
  private static void firstDifference(Path file, List<String> committed, List<String> generated) {
    int line = 0;
    while (line < committed.size()
        && line < generated.size()
        && committed.get(line).equals(generated.get(line))) {
      line++;
    }
    if (line < committed.size() || line < generated.size()) {
      fail(
          "%s:%d is not what the records say. %s%n  committed: %s%n  generated: %s",
          file, line + 1, REPAIR, at(committed, line), at(generated, line));
    }
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line).strip() : "(end of file)";
  }
}
