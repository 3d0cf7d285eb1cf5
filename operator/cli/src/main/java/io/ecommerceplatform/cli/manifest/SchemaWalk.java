package io.ecommerceplatform.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.cli.text.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Fills defaults in, as the API server does, and collects what does not fit the schema's form. */
final class SchemaWalk {
  private final List<String> problems = new ArrayList<>();

  List<String> problems() {
    return problems;
  }

  void object(String path, JsonNode schema, JsonNode value) {
    if (!(value instanceof ObjectNode fields)) {
      problems.add(path + (value.isMissingNode() ? ": is required" : ": must be an object"));
      return;
    }
    JsonNode properties = schema.path("properties");
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      if (property.getValue().has("default") && !fields.has(property.getKey())) {
        fields.set(property.getKey(), property.getValue().get("default").deepCopy());
      }
    }
    for (JsonNode required : schema.path("required")) {
      if (!fields.has(required.asText())) {
        problems.add(path + "." + required.asText() + ": is required");
      }
    }
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      String child = path + "." + field.getKey();
      if (properties.has(field.getKey())) {
        value(child, properties.get(field.getKey()), field.getValue());
      } else if (schema.has("additionalProperties")) {
        value(child, schema.get("additionalProperties"), field.getValue());
      } else {
        unknown(path, field.getKey(), properties);
      }
    }
  }

  private void value(String path, JsonNode schema, JsonNode value) {
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      return;
    }
    switch (schema.path("type").asText()) {
      case "object" -> object(path, schema, value);
      case "array" -> list(path, schema, value);
      case "string" -> expect(path, value.isTextual(), "must be a string; put it in quotes");
      case "integer" -> expect(path, value.isIntegralNumber(), "must be a whole number");
      case "number" -> expect(path, value.isNumber(), "must be a number");
      case "boolean" -> expect(path, value.isBoolean(), "must be true or false");
      default -> {
        // the schema leaves it open
      }
    }
    if (schema.has("enum") && value.isTextual()) {
      choice(path, schema.get("enum"), value.asText());
    }
  }

  private void list(String path, JsonNode schema, JsonNode value) {
    if (!value.isArray()) {
      problems.add(path + ": must be a list");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      String name = value.get(i).path("name").asText();
      String item = path + "[" + (name.isEmpty() ? i : name) + "]";
      value(item, schema.path("items"), value.get(i));
    }
  }

  private void choice(String path, JsonNode values, String typed) {
    List<String> known =
        StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList();
    expect(path, known.contains(typed), typed + " is none of " + String.join(", ", known));
  }

  private void unknown(String path, String typed, JsonNode properties) {
    List<String> known = new ArrayList<>();
    properties.fieldNames().forEachRemaining(known::add);
    List<String> near = Closest.to(typed, known);
    String meant = near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?";
    problems.add(path + "." + typed + ": unknown field" + meant);
  }

  private void expect(String path, boolean fits, String otherwise) {
    if (!fits) {
      problems.add(path + ": " + otherwise);
    }
  }
}
