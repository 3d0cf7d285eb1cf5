package io.ecommerceplatform.localplane.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Edits by chance: every field has the same, however many values there are to try in it.
 *
 * @param part the only part of a resource that is edited
 * @param schema of that part
 * @param random where chance comes from; the same seed gives the same edits
 */
public record RandomEdits(String part, JsonNode schema, Random random) {

  /** One of those that are wanted; empty when there is none. */
  public Optional<SchemaEdit> next(JsonNode resource, Predicate<SchemaEdit> wanted) {
    Map<String, List<SchemaEdit>> byPath =
        SchemaEdits.of(resource, part, schema).stream()
            .filter(wanted)
            .collect(Collectors.groupingBy(SchemaEdit::path, TreeMap::new, Collectors.toList()));
    return any(List.copyOf(byPath.values())).flatMap(this::any);
  }

  private <T> Optional<T> any(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
  }
}
