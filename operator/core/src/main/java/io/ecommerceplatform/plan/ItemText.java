package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.References;
import io.ecommerceplatform.resource.WantedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of an item that is new, as a plan shows them. */
final class ItemText {
  private ItemText() {}

  /** One {@code field: value} per field; secrets are masked. */
  static List<String> fields(WantedItem item) {
    List<String> lines = new ArrayList<>();
    collect("", References.shown(item.settings()), item, lines);
    return lines;
  }

  private static void collect(String path, JsonNode node, WantedItem item, List<String> lines) {
    if (item.type().rules().get(path) == FieldRule.SECRET) {
      lines.add(path + ": (sensitive)");
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        collect(name, field.getValue(), item, lines);
      }
    } else if (!node.isNull()) {
      lines.add(path + ": " + PlanText.shown(node));
    }
  }
}
