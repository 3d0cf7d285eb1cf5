package io.ecommerceplatform.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.cli.manifest.AssumedCluster;
import io.ecommerceplatform.cli.manifest.PlatformSchema;
import io.ecommerceplatform.cli.manifest.ResourceFile;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.pass.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Typing every default changes nothing. */
class EffectiveResourceTest {
  private static final OperatorSettings SETTINGS =
      new OperatorSettings("default", "registry.example.com/shop", "", "1.0.0", "alb", "velero");

  @ParameterizedTest
  @MethodSource("samples")
  void compilesToTheSameObjects(Path sample) {
    ObjectNode resource = read(sample);
    Assessment written = assess(resource);
    JsonNode effective = EffectiveResource.of(resource, written.platform());
    assertThat(compiled(assess(effective))).containsExactlyInAnyOrderElementsOf(compiled(written));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void hasAFormThatTheApiServerTakes(Path sample) {
    ObjectNode resource = read(sample);
    JsonNode effective = EffectiveResource.of(resource, assess(resource).platform());
    assertThat(PlatformSchema.load().complete((ObjectNode) effective, "effective"))
        .isEqualTo(effective);
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../samples"))) {
      return files.filter(p -> p.toString().endsWith(".yaml")).toList();
    }
  }

  private static ObjectNode read(Path sample) {
    ObjectNode resource = ResourceFile.read(sample.toString());
    resource.withObject("/metadata").put("namespace", "shop");
    return resource;
  }

  private static Assessment assess(JsonNode resource) {
    return Assessing.of(
        resource,
        SETTINGS,
        AssumedCluster.of(resource, "alb"),
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static List<JsonNode> compiled(Assessment assessment) {
    return Manifests.of(assessment.desired());
  }
}
