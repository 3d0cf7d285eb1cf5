package io.ecommerceplatform.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceFileTest {
  private static final String START =
      "kind: ECommercePlatform\nmetadata: {name: shop}\nspec:\n  profile: Economy\n";
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("samples")
  void takesEverySample(Path sample) {
    assertThat(ResourceFile.read(sample.toString()).at("/spec/mode").asText()).isEqualTo("Apply");
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../../samples"))) {
      return files.filter(p -> p.toString().endsWith(".yaml")).toList();
    }
  }

  @Test
  void passesOverOtherObjects() throws IOException {
    String other = "kind: Namespace\nmetadata: {name: shop}\n---\n";
    assertThat(read(other + START).at("/metadata/name").asText()).isEqualTo("shop");
  }

  @Test
  void saysWhichFieldIsUnknownAndWhatWasMeant() {
    refuses(
        "  domian: {host: a.example.com}\n", "spec.domian: unknown field; did you mean domain?");
  }

  @Test
  void saysWhichValueIsNone() {
    refuses("  mode: Aply\n", "spec.mode: Aply is none of Apply, Observe, Paused, Plan");
  }

  @Test
  void saysWhichTypeIsWanted() {
    refuses("  version: 1.0\n", "spec.version: must be a string; put it in quotes");
    refuses("  services: {name: a}\n", "spec.services: must be a list");
    refuses(
        "  services: [{name: order, port: 80x}]\n",
        "spec.services[order].port: must be a whole number");
  }

  @Test
  void saysWhichFieldIsRequired() {
    refuses("  messaging: {}\n", "spec.messaging.transport: is required");
  }

  @Test
  void saysWhereTheYamlIsWrong() {
    assertThatThrownBy(() -> read("a: b\n  c: d\n")).hasMessageContaining("(line 2) is no YAML");
  }

  @Test
  void saysThatThereIsNoFileOrNoPlatform() {
    assertThatThrownBy(() -> ResourceFile.read("absent.yaml"))
        .hasMessage("there is no file absent.yaml");
    assertThatThrownBy(() -> read("kind: Namespace\n"))
        .hasMessageEndingWith("has no ECommercePlatform");
    assertThatThrownBy(() -> read(START + "---\n" + START))
        .hasMessageEndingWith("has more than one ECommercePlatform");
  }

  private void refuses(String line, String message) {
    assertThatThrownBy(() -> read(START + line)).hasMessageContaining(message);
  }

  private JsonNode read(String text) throws IOException {
    Path file = folder.resolve("platform.yaml");
    Files.writeString(file, text);
    return ResourceFile.read(file.toString());
  }
}
