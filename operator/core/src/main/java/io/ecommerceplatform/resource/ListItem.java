package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.Collectors;

/** Items of a list that the API server merges by key. */
public final class ListItem {
  private ListItem() {}

  /** The item with the same keys, or a missing node. */
  public static JsonNode find(JsonNode list, JsonNode wanted, List<String> keys) {
    for (JsonNode item : list) {
      if (keys.stream().allMatch(key -> equal(key, item, wanted))) {
        return item;
      }
    }
    return MissingNode.getInstance();
  }

  /** What stands in the brackets of a path, for example {@code order} or {@code 8080/TCP}. */
  public static String label(JsonNode item, List<String> keys) {
    return keys.stream()
        .map(key -> item.path(key).asText())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("/"));
  }

  private static boolean equal(String key, JsonNode a, JsonNode b) {
    return text(key, a).equals(text(key, b));
  }

  private static String text(String key, JsonNode item) {
    // the API server fills in the protocol before it compares keys
    return key.equals("protocol") ? item.path(key).asText("TCP") : item.path(key).asText();
  }
}
