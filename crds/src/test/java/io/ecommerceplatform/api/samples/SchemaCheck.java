package io.ecommerceplatform.api.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** The part of the API server's structural check that needs no API server. */
record SchemaCheck(List<String> errors) {

  void value(JsonNode value, JsonNode schema, String path) {
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      expect(value.isTextual() || value.isInt(), path, "wants a number or a text");
      return;
    }
    switch (schema.path("type").asText()) {
      case "object" -> object(value, schema, path);
      case "array" -> array(value, schema, path);
      case "string" -> string(value, schema, path);
      case "integer", "number" -> number(value, schema, path);
      case "boolean" -> expect(value.isBoolean(), path, "wants true or false");
      default -> errors.add(path + ": type " + schema.path("type") + " is unknown to this check");
    }
  }

  private void object(JsonNode value, JsonNode schema, String path) {
    expect(value.isObject(), path, "wants an object");
    schema
        .path("required")
        .forEach(r -> expect(value.has(r.asText()), path, r.asText() + " is missing"));
    value
        .properties()
        .forEach(
            e -> {
              JsonNode field = schema.path("properties").path(e.getKey());
              JsonNode child = field.isMissingNode() ? schema.path("additionalProperties") : field;
              String at = path + "." + e.getKey();
              if (child.isObject()) {
                value(e.getValue(), child, at);
              } else {
                errors.add(at + ": no such field");
              }
            });
  }

  private void array(JsonNode value, JsonNode schema, String path) {
    expect(value.isArray(), path, "wants a list");
    expect(value.size() >= schema.path("minItems").asInt(0), path, "too few items");
    expect(value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE), path, "too many");
    for (int i = 0; i < value.size(); i++) {
      value(value.get(i), schema.path("items"), path + "[" + i + "]");
    }
  }

  private void string(JsonNode value, JsonNode schema, String path) {
    expect(value.isTextual(), path, "wants a text");
    String text = value.asText();
    if (schema.has("enum")) {
      boolean known = false;
      for (JsonNode word : schema.path("enum")) {
        known |= word.asText().equals(text);
      }
      expect(known, path, text + " is none of " + schema.path("enum"));
    }
    String pattern = schema.path("pattern").asText("");
    expect(Pattern.compile(pattern).matcher(text).find(), path, text + " is not " + pattern);
    expect(text.length() >= schema.path("minLength").asInt(0), path, "too short");
    expect(text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE), path, "too long");
  }

  private void number(JsonNode value, JsonNode schema, String path) {
    expect(value.isNumber(), path, "wants a number");
    double number = value.asDouble();
    expect(number >= schema.path("minimum").asDouble(-Double.MAX_VALUE), path, "too small");
    expect(number <= schema.path("maximum").asDouble(Double.MAX_VALUE), path, "too large");
  }

  private void expect(boolean holds, String path, String message) {
    if (!holds) {
      errors.add(path + ": " + message);
    }
  }
}
