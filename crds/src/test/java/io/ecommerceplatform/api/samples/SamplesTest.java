package io.ecommerceplatform.api.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ecommerceplatform.api.v1alpha1.PlatformSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> samples() {
    return RepositoryFiles.samples().stream();
  }

  @Test
  void thereIsOneForNewcomersAndOnePerSource() {
    assertThat(RepositoryFiles.samples())
        .contains(
            "samples/minimal.yaml",
            "samples/economy.yaml",
            "samples/postgres-per-service.yaml",
            "samples/serverless-edge.yaml",
            "samples/revcart.yaml",
            "samples/b2b.yaml");
  }

  @Test
  void theOneForNewcomersIsFiveLinesOfSpec() throws IOException {
    List<String> lines = Files.readAllLines(RepositoryFiles.ROOT.resolve("samples/minimal.yaml"));
    assertThat(lines.subList(lines.indexOf("spec:"), lines.size())).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fitsTheSchema(String sample) {
    JsonNode resource = RepositoryFiles.yaml(sample);
    List<String> errors = new ArrayList<>();
    JsonNode spec = RepositoryFiles.schema().at("/properties/spec");
    new SchemaCheck(errors).value(resource.path("spec"), spec, "spec");
    assertThat(errors).isEmpty();
    assertThat(resource.path("metadata").size()).as("only a name in metadata").isOne();
  }

  /** The records ignore what they do not know, so the way back must give the same tree. */
  @ParameterizedTest
  @MethodSource("samples")
  void nothingIsLostOnTheWayThroughTheRecords(String sample) throws IOException {
    JsonNode spec = RepositoryFiles.yaml(sample).path("spec");
    PlatformSpec typed = JSON.treeToValue(spec, PlatformSpec.class);
    List<String> lost = new ArrayList<>();
    compare(spec, JSON.readTree(JSON.writeValueAsString(typed)), "spec", lost);
    assertThat(lost).isEmpty();
  }

  /** An empty value may be left out, and 5 may come back as 5.0. */
  private static void compare(JsonNode before, JsonNode after, String path, List<String> lost) {
    if (before.isContainerNode()) {
      before
          .properties()
          .forEach(
              e -> compare(e.getValue(), after.path(e.getKey()), path + "." + e.getKey(), lost));
      for (int i = 0; before.isArray() && i < before.size(); i++) {
        compare(before.get(i), after.path(i), path + "[" + i + "]", lost);
      }
    } else if (before.isNumber() && after.isNumber()) {
      if (before.asDouble() != after.asDouble()) {
        lost.add(path + " was " + before + ", is " + after);
      }
    } else if (!before.asText().isEmpty() && !before.equals(after)) {
      lost.add(path + " was " + before + ", is " + after);
    }
  }
}
