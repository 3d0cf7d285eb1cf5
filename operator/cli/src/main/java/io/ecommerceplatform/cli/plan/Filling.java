package io.ecommerceplatform.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.Json;
import java.util.Map;

/**
 * Fields of one object that are set where nobody set them: a default never overrides a wish.
 *
 * @param fields the object
 */
record Filling(ObjectNode fields) {

  /** Sets the field if it is absent and there is something to set. */
  Filling put(String field, Object value) {
    JsonNode tree = Json.tree(Map.of("value", value)).get("value");
    boolean empty =
        (tree.isTextual() && tree.asText().isEmpty()) || (tree.isContainerNode() && tree.isEmpty());
    if (!fields.has(field) && !empty) {
      fields.set(field, tree);
    }
    return this;
  }

  /** Sets the number if the field is absent and it is more than none. */
  Filling putPositive(String field, int value) {
    return value > 0 ? put(field, value) : this;
  }

  Filling in(String field) {
    return new Filling(fields.withObjectProperty(field));
  }

  /** The item of that name in a list, made when it is absent. */
  Filling item(String list, String name) {
    ArrayNode items = fields.withArrayProperty(list);
    for (JsonNode item : items) {
      if (item.path("name").asText().equals(name) && item instanceof ObjectNode found) {
        return new Filling(found);
      }
    }
    return new Filling(items.addObject().put("name", name));
  }
}
