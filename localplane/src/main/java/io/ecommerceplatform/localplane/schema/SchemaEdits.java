package io.ecommerceplatform.localplane.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be written into a resource by mistake or on purpose: each of its fields at its bounds,
 * beyond them and gone, each of its lists empty, shorter and with an item twice. All of it is read
 * from the schema, so that a new field is tried as soon as it stands in the resource.
 */
public final class SchemaEdits {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String LIST_TYPE = "x-kubernetes-list-type";

  private final List<SchemaEdit> found = new ArrayList<>();

  private SchemaEdits() {}

  /**
   * All edits of one part of a resource.
   *
   * @param resource a valid one
   * @param part its only part that is edited, for example {@code spec}
   * @param schema of that part
   */
  public static List<SchemaEdit> of(JsonNode resource, String part, JsonNode schema) {
    SchemaEdits edits = new SchemaEdits();
    edits.object("/" + part, part, resource.path(part), schema);
    return List.copyOf(edits.found);
  }

  private void value(String pointer, String path, JsonNode value, JsonNode schema) {
    if (value.isObject() && schema.has("additionalProperties")) {
      map(pointer, path, value, schema);
    } else if (value.isObject()) {
      object(pointer, path, value, schema);
    } else if (value.isArray()) {
      list(pointer, path, (ArrayNode) value, schema);
    } else {
      scalar(pointer, path, value, schema);
    }
  }

  private void object(String pointer, String path, JsonNode value, JsonNode schema) {
    Set<String> required =
        schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    for (var field : value.properties()) {
      String at = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
      String of = path + "." + field.getKey();
      JsonNode inner = schema.path("properties").path(field.getKey());
      boolean needed = required.contains(field.getKey()) && !inner.has("default");
      found.add(SchemaEdit.removal(at, of, needed));
      value(at, of, field.getValue(), inner);
    }
  }

  private void map(String pointer, String path, JsonNode value, JsonNode schema) {
    JsonNode inner = schema.path("additionalProperties");
    for (var field : value.properties()) {
      String at = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
      found.add(SchemaEdit.removal(at, path + "{}", false));
      value(at, path + "{}", field.getValue(), inner);
    }
    int most = schema.path("maxProperties").asInt(0);
    if (most > 0 && !value.isEmpty()) {
      ObjectNode full = (ObjectNode) value.deepCopy();
      JsonNode any = value.iterator().next();
      for (int i = 0; full.size() <= most; i++) {
        full.set("k" + i, any);
      }
      found.add(new SchemaEdit(pointer, path, full, true));
    }
  }

  private void list(String pointer, String path, ArrayNode list, JsonNode schema) {
    JsonNode items = schema.path("items");
    boolean unique = !schema.path(LIST_TYPE).asText("atomic").equals("atomic");
    int least = schema.path("minItems").asInt(0);
    int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
    found.add(new SchemaEdit(pointer, path, JSON.arrayNode(), least > 0));
    for (int i = 0; i < list.size(); i++) {
      String at = pointer + "/" + i;
      found.add(SchemaEdit.removal(at, path + "[]", list.size() - 1 < least));
      value(at, path + "[]", list.get(i), items);
    }
    if (list.isEmpty()) {
      return;
    }
    found.add(new SchemaEdit(pointer, path, more(list, 1), unique || list.size() + 1 > most));
    if (most < Integer.MAX_VALUE) {
      found.add(new SchemaEdit(pointer, path, more(list, most + 1 - list.size()), true));
    }
  }

  private static ArrayNode more(ArrayNode list, int copies) {
    ArrayNode longer = list.deepCopy();
    for (int i = 0; i < copies; i++) {
      longer.add(list.get(0).deepCopy());
    }
    return longer;
  }

  private void scalar(String pointer, String path, JsonNode value, JsonNode schema) {
    ScalarValues values = new ScalarValues(schema);
    for (JsonNode other : values.otherThan(value)) {
      found.add(new SchemaEdit(pointer, path, other, !values.admits(other)));
    }
  }
}
