package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Map;

/** What the API server notes of an applied object: which fields are whose. */
public final class AppliedFields {
  private AppliedFields() {}

  /** The entry in managedFields of whoever applied exactly this. */
  public static ObjectNode by(String manager, JsonNode applied) {
    ObjectNode entry = Json.tree(Map.of("manager", manager, "operation", "Apply"));
    entry.set("fieldsV1", fields("", applied));
    return entry;
  }

  private static ObjectNode fields(String path, JsonNode value) {
    ObjectNode fields = Json.tree(Map.of());
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String child = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      fields.set("f:" + field.getKey(), fields(child, field.getValue()));
    }
    List<String> keys = value.isArray() ? ListKeys.of(path, value) : List.of();
    if (!keys.isEmpty()) {
      for (JsonNode item : value) {
        ObjectNode key = Json.tree(Map.of());
        keys.stream().filter(item::has).forEach(name -> key.set(name, item.get(name)));
        fields.set("k:" + Json.text(key), fields(path + "[]", item));
      }
    }
    return fields;
  }
}
