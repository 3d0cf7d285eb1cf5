package io.ecommerceplatform.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Adds what annotations cannot say about the root and about types that are not ours. */
final class SchemaFinish {
  private static final Map<String, Bound> CONDITION =
      Map.of(
          "type", new Bound("Type of the condition, such as Ready.", 316),
          "status", new Bound("True, False or Unknown.", 7),
          "reason", new Bound("Reason, one of a closed list.", 1024),
          "message", new Bound("What it means and what to do.", 4096),
          "lastTransitionTime", new Bound("When status last moved.", 40),
          "observedGeneration", new Bound("Generation that was looked at.", 0));

  private SchemaFinish() {}

  private record Bound(String description, int maxLength) {}

  static void apply(ObjectNode schema) {
    schema.put("description", "A whole e-commerce platform as one resource.");
    schema.putArray("required").add("spec");
    ObjectNode properties = (ObjectNode) schema.get("properties");
    text(properties, "apiVersion", "Version of the schema of this object.");
    text(properties, "kind", "Kind of this object: ECommercePlatform.");
    properties.putObject("metadata").put("type", "object");
    ((ObjectNode) properties.get("spec")).put("description", "What the platform should be.");
    ((ObjectNode) properties.get("status")).put("description", "What the operator last saw.");
    visit(schema);
  }

  private static void text(ObjectNode properties, String name, String description) {
    properties.putObject(name).put("type", "string").put("description", description);
  }

  private static void visit(JsonNode schema) {
    if (!(schema instanceof ObjectNode object)) {
      return;
    }
    schema.path("properties").forEach(SchemaFinish::visit);
    if (schema.at("/items/properties").has("lastTransitionTime")) {
      condition((ObjectNode) schema.get("items"));
    }
    visit(schema.path("items"));
    visit(schema.path("additionalProperties"));
    wholeNumbers(object);
    rules(object);
  }

  /** The generator writes every bound as a floating point number. */
  private static void wholeNumbers(ObjectNode schema) {
    for (String bound : List.of("minimum", "maximum")) {
      double value = schema.path(bound).asDouble();
      if (schema.has(bound) && value == Math.rint(value)) {
        schema.put(bound, (long) value);
      }
    }
  }

  /** Rules are text blocks in Java; in the CRD each is one line. */
  private static void rules(ObjectNode schema) {
    for (JsonNode rule : schema.path("x-kubernetes-validations")) {
      for (String key : List.of("rule", "message", "messageExpression")) {
        if (rule.has(key)) {
          ((ObjectNode) rule).put(key, rule.get(key).asText().strip().replaceAll("\\s+", " "));
        }
      }
    }
  }

  private static void condition(ObjectNode items) {
    items.putArray("required").add("type").add("status");
    CONDITION.forEach(
        (name, bound) -> {
          ObjectNode property = (ObjectNode) items.path("properties").path(name);
          property.put("description", bound.description());
          if ("string".equals(property.path("type").asText())) {
            property.put("maxLength", bound.maxLength());
          }
        });
  }
}
