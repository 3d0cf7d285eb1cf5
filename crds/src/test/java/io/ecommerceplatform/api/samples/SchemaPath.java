package io.ecommerceplatform.api.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A path such as {@code spec.services[].scaling.minReplicas}: {@code []} is an item of a list. */
record SchemaPath(List<String> steps) {

  static SchemaPath parse(String text) {
    List<String> steps = new ArrayList<>();
    for (String word : text.split("\\.")) {
      steps.add(word.replace("[]", ""));
      if (word.endsWith("[]")) {
        steps.add("[]");
      }
    }
    return new SchemaPath(List.copyOf(steps));
  }

  /** Whether a schema has this path. */
  boolean existsIn(JsonNode schema) {
    JsonNode at = schema;
    for (String step : steps) {
      at = step.equals("[]") ? at.path("items") : at.path("properties").path(step);
    }
    return !at.isMissingNode();
  }

  /** Whether a resource sets this path in at least one item of each list. */
  boolean isSetIn(JsonNode resource) {
    return isSet(resource, steps);
  }

  private static boolean isSet(JsonNode at, List<String> rest) {
    if (rest.isEmpty()) {
      return !at.isMissingNode() && !at.isNull();
    }
    List<String> tail = rest.subList(1, rest.size());
    if (!rest.getFirst().equals("[]")) {
      return isSet(at.path(rest.getFirst()), tail);
    }
    for (JsonNode item : at) {
      if (isSet(item, tail)) {
        return true;
      }
    }
    return false;
  }
}
