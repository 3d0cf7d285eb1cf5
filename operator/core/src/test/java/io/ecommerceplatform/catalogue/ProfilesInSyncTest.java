package io.ecommerceplatform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the profiles says what the operator does. */
class ProfilesInSyncTest {
  private static final Path PAGE = Path.of("../../docs/reference/profiles.md");
  private static final String WORDS = "/reference/profiles.yaml";
  private static final String CRD = "/crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml";
  private static final Pattern FIELD = Pattern.compile("`([a-z][A-Za-z.\\[\\]]*)`");

  private final Catalogue catalogue = CatalogueLoader.load();

  @Test
  void thePageIsWhatTheCatalogueSays() throws IOException {
    String text = new ProfilesPage(catalogue, words()).text();
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.readString(PAGE)).as("Repair it with: make golden").isEqualTo(text);
  }

  @Test
  void everyValueHasItsRow() throws IOException {
    List<String> rows = words().values().stream().flatMap(s -> s.keySet().stream()).toList();
    assertThat(rows)
        .as("Add to, or remove from, operator/core/src/test/resources" + WORDS)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(ProfilesPage.paths(catalogue));
  }

  @Test
  void theFieldsThatItNamesExist() throws IOException {
    JsonNode spec =
        read(CRD, new TypeReference<JsonNode>() {})
            .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
    for (String field : fields()) {
      JsonNode at = spec;
      for (String step : field.split("\\.")) {
        at = at.path("properties").path(step.replace("[]", ""));
        at = step.endsWith("[]") ? at.path("items") : at;
      }
      assertThat(at.isObject()).as("spec.%s is no field", field).isTrue();
    }
  }

  private static List<String> fields() throws IOException {
    return words().values().stream()
        .flatMap(section -> section.values().stream())
        .flatMap(text -> matches(FIELD.matcher(text.replace("`vm.max_map_count`", ""))))
        .toList();
  }

  private static Stream<String> matches(Matcher matcher) {
    return matcher.results().map(r -> r.group(1));
  }

  private static Map<String, Map<String, String>> words() throws IOException {
    return read(WORDS, new TypeReference<LinkedHashMap<String, Map<String, String>>>() {});
  }

  private static <T> T read(String resource, TypeReference<T> type) throws IOException {
    try (InputStream in = ProfilesInSyncTest.class.getResourceAsStream(resource)) {
      return new YAMLMapper().readValue(in, type);
    }
  }
}
