package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.catalogue.CatalogueLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Data files of another build of the operator.
 *
 * @param folder where they are; stands on the class path before the operator
 */
record OtherBuild(Path folder) {
  /** The same file as in this build, with something else in it. */
  OtherBuild with(String file, String ours, String theirs) throws IOException {
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    try (InputStream in = CatalogueLoader.class.getResourceAsStream("/catalogue/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains(ours);
      Files.writeString(catalogue.resolve(file), text.replace(ours, theirs));
    }
    return this;
  }
}
