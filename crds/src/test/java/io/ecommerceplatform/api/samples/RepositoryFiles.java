package io.ecommerceplatform.api.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads files that are kept beside this module: samples, the CRD, the coverage table. */
final class RepositoryFiles {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final ObjectMapper YAML = new YAMLMapper();

  private RepositoryFiles() {}

  static JsonNode yaml(String path) {
    try {
      return YAML.readTree(ROOT.resolve(path).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": " + e.getMessage(), e);
    }
  }

  /** Schema of the custom resource as it is installed. */
  static JsonNode schema() {
    return yaml("crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml")
        .at("/spec/versions/0/schema/openAPIV3Schema");
  }

  static List<String> samples() {
    try (Stream<Path> files = Files.list(ROOT.resolve("samples"))) {
      return files
          .map(f -> "samples/" + f.getFileName())
          .filter(f -> f.endsWith(".yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
