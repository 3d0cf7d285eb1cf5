package io.ecommerceplatform.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ecommerceplatform.model.Resolved;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Every place of a resource that takes a text, with what the committed schema says of it.
 *
 * @param pointer where it is in the resource
 * @param path the same with {@code []} for list items
 * @param schema its part of the schema
 */
record SpecLeaves(String pointer, String path, JsonNode schema) {
  private static final String CRD = "/crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml";

  /** Texts and maps of texts in a resource. */
  static List<SpecLeaves> of(JsonNode resource) {
    List<SpecLeaves> found = new ArrayList<>();
    collect("/spec", "spec", resource.path("spec"), spec(), found);
    return found;
  }

  /** The resource with another text at this place; for a map, as a key and as a value. */
  JsonNode replaced(JsonNode resource, String text) {
    JsonNode copy = resource.deepCopy();
    JsonNode here = copy.at(pointer);
    if (here instanceof ObjectNode map) {
      map.put(text, text);
      return copy;
    }
    int slash = pointer.lastIndexOf('/');
    String last = pointer.substring(slash + 1);
    JsonNode parent = copy.at(pointer.substring(0, slash));
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), TextNode.valueOf(text));
    } else {
      ((ObjectNode) parent).put(last, text);
    }
    return copy;
  }

  /** Whether the schema lets the text in; its rules may still refuse it. */
  boolean admits(String text) {
    // Java lets a line end stand before $, the API server does not
    String pattern = schema.path("pattern").asText().replace("$", "\\z");
    boolean listed =
        schema.path("enum").isMissingNode()
            || schema.path("enum").valueStream().anyMatch(e -> e.asText().equals(text));
    return schema.path("type").asText().equals("string")
        && listed
        && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
        && (pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find());
  }

  private static JsonNode spec() {
    try (InputStream in = SpecLeaves.class.getResourceAsStream(CRD)) {
      return Resolved.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(
      String pointer, String path, JsonNode value, JsonNode schema, List<SpecLeaves> found) {
    if (value.isTextual() || schema.has("additionalProperties")) {
      found.add(new SpecLeaves(pointer, path, schema));
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(
              e ->
                  collect(
                      pointer + "/" + e.getKey(),
                      path + "." + e.getKey(),
                      e.getValue(),
                      schema.path("properties").path(e.getKey()),
                      found));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        collect(pointer + "/" + i, path + "[]", value.get(i), schema.path("items"), found);
      }
    }
  }
}
