package io.ecommerceplatform.api.v1alpha1.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The rules and the catalogue must know the same shop. */
class KnownNamesTest {
  private static final Path CATALOGUE = Path.of("../operator/core/src/main/resources/catalogue");
  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

  @Test
  void bundledServicesAreThoseOfTheCatalogue() throws IOException {
    assertThat(names(KnownNames.BUNDLED_SERVICES))
        .containsExactlyInAnyOrderElementsOf(catalogue("services.yaml", "services"));
  }

  @Test
  void bundledTopicsAreThoseOfTheCatalogue() throws IOException {
    assertThat(names(KnownNames.BUNDLED_TOPICS))
        .containsExactlyInAnyOrderElementsOf(catalogue("topics.yaml", "topics"));
  }

  @Test
  void bundledQueuesAreThoseOfTheCatalogue() throws IOException {
    assertThat(names(KnownNames.BUNDLED_QUEUES))
        .containsExactlyInAnyOrderElementsOf(catalogue("topics.yaml", "queues"));
  }

  private static List<String> names(String list) {
    return QUOTED.matcher(list).results().map(result -> result.group(1)).toList();
  }

  private static List<String> catalogue(String file, String list) throws IOException {
    JsonNode items = new YAMLMapper().readTree(CATALOGUE.resolve(file).toFile()).get(list);
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get("name").asText())
        .toList();
  }
}
