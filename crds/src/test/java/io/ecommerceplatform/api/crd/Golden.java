package io.ecommerceplatform.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a committed file with what is generated now, or rewrites it. */
final class Golden {
  private Golden() {}

  static void check(Path relative, String generated) throws IOException {
    Path file = relative.toAbsolutePath().normalize();
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, generated);
      return;
    }
    assertThat(file)
        .as("%s is not what the records say. Repair it with: make golden", file)
        .exists()
        .content()
        .isEqualTo(generated);
  }
}
