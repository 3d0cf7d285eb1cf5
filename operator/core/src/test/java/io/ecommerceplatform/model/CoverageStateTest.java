package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The coverage table may call built only what the operator acts on. */
class CoverageStateTest {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final Path ROOT = Path.of("../..");

  private final SpecPaths paths = SpecPaths.load();

  @Test
  void whatIsCalledBuiltIsManagedInTheSampleOfItsSource() throws IOException {
    JsonNode coverage = YAML.readTree(ROOT.resolve("docs/coverage.yaml").toFile());
    for (JsonNode item : coverage.path("items")) {
      if (item.path("state").asText().equals("built")) {
        String source = item.path("source").asText();
        String sample = coverage.path("sources").path(source).path("sample").asText();
        JsonNode resource = YAML.readTree(ROOT.resolve(sample).toFile());
        for (String field : fields(item)) {
          List<String> steps = List.of(field.replace("[]", ".[]").split("\\."));
          assertThat(isManaged(resource, "", steps))
              .as("%s: %s in %s is not managed yet", item.path("id").asText(), field, sample)
              .isTrue();
        }
      }
    }
  }

  private static List<String> fields(JsonNode item) {
    JsonNode field = item.at("/coveredBy/field");
    List<String> found = new ArrayList<>();
    field.forEach(f -> found.add(f.asText()));
    if (field.isTextual()) {
      found.add(field.asText());
    }
    return found;
  }

  /** True when one of the values at the path, or below it, is managed. */
  private boolean isManaged(JsonNode value, String path, List<String> rest) {
    if (value.isMissingNode()) {
      return false;
    }
    if (rest.isEmpty()) {
      return isManaged(value, path);
    }
    List<String> tail = rest.subList(1, rest.size());
    if (!rest.getFirst().equals("[]")) {
      String step = rest.getFirst();
      return isManaged(value.path(step), path.isEmpty() ? step : path + "." + step, tail);
    }
    for (JsonNode item : value) {
      if (isManaged(item, path + "[]", tail)) {
        return true;
      }
    }
    return false;
  }

  private boolean isManaged(JsonNode value, String path) {
    if (value.isObject()) {
      return value.properties().stream()
          .anyMatch(e -> isManaged(e.getValue(), path + "." + e.getKey()));
    }
    if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
      return isManaged(value.get(0), path + "[]");
    }
    return paths
        .covering(path)
        .flatMap(paths::at)
        .map(entry -> !entry.isNotManaged(value))
        .orElse(false);
  }
}
