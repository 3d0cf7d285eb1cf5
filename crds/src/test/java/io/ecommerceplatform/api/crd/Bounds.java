package io.ecommerceplatform.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says the bounds of a field in one cell. */
final class Bounds {
  private Bounds() {}

  static String text(JsonNode schema) {
    List<String> parts = new ArrayList<>();
    range(parts, schema, "minimum", "maximum", "");
    range(parts, schema, "minLength", "maxLength", " characters");
    range(parts, schema, "minItems", "maxItems", " items");
    range(parts, schema, "minProperties", "maxProperties", " keys");
    pattern(parts, schema, "");
    JsonNode items =
        schema.has("items") ? schema.get("items") : schema.path("additionalProperties");
    range(parts, items, "minimum", "maximum", " each");
    range(parts, items, "minLength", "maxLength", " characters each");
    pattern(parts, items, " each");
    if (schema.has("x-kubernetes-list-map-keys")) {
      parts.add("unique `" + schema.at("/x-kubernetes-list-map-keys/0").asText() + "`");
    } else if ("set".equals(schema.path("x-kubernetes-list-type").asText())) {
      parts.add("unique");
    }
    return String.join("; ", parts);
  }

  private static void range(
      List<String> parts, JsonNode schema, String low, String high, String unit) {
    String from = schema.path(low).asText("");
    String to = schema.path(high).asText("");
    if (!from.isEmpty() && !to.isEmpty()) {
      parts.add((from.equals(to) ? from : from + " to " + to) + unit);
    } else if (!to.isEmpty()) {
      parts.add("at most " + to + unit);
    } else if (!from.isEmpty()) {
      parts.add("at least " + from + unit);
    }
  }

  private static void pattern(List<String> parts, JsonNode schema, String unit) {
    if (schema.has("pattern")) {
      parts.add("`" + schema.get("pattern").asText().replace("|", "\\|") + "`" + unit);
    }
  }
}
