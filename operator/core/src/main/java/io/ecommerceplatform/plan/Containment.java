package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ecommerceplatform.resource.ListItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what of a desired tree is not in the live one; what the live one has beyond is not ours.
 */
final class Containment {
  private static final Set<String> IDENTITY =
      Set.of("apiVersion", "kind", "metadata.name", "metadata.namespace");

  private final List<FieldChange> changes = new ArrayList<>();

  private Containment() {}

  static List<FieldChange> missing(JsonNode desired, JsonNode live) {
    Containment search = new Containment();
    search.object("", desired, live);
    return search.changes;
  }

  private void object(String path, JsonNode desired, JsonNode live) {
    desired
        .properties()
        .forEach(
            e -> {
              String child = path.isEmpty() ? e.getKey() : path + "." + e.getKey();
              if (!IDENTITY.contains(child)) {
                value(child, e.getValue(), live.path(e.getKey()));
              }
            });
  }

  private void value(String path, JsonNode desired, JsonNode live) {
    if (desired.isObject() && live.isObject()) {
      object(path, desired, live);
    } else if (desired.isArray() && live.isArray()) {
      list(path, desired, live);
    } else if (!same(desired, live)) {
      changes.add(FieldChange.of(path, live.isMissingNode() ? null : live, desired));
    }
  }

  private void list(String path, JsonNode desired, JsonNode live) {
    List<String> keys = ListKeys.of(path, desired);
    if (keys.isEmpty()) {
      // all of an atomic list is ours: what it has beyond, somebody added or we no longer want
      boolean same = contained(path, desired, live) && !FilledIn.isExceeded(desired, live);
      if (!same) {
        changes.add(FieldChange.of(path, live, desired));
      }
      return;
    }
    for (JsonNode item : desired) {
      JsonNode found = ListItem.find(live, item, keys);
      value(path + "[" + ListItem.label(item, keys) + "]", item, found);
    }
  }

  private static boolean contained(String path, JsonNode desired, JsonNode live) {
    for (int i = 0; i < Math.min(desired.size(), live.size()); i++) {
      Containment inner = new Containment();
      inner.value(path + "[" + i + "]", desired.get(i), live.get(i));
      if (!inner.changes.isEmpty()) {
        return false;
      }
    }
    return desired.size() == live.size();
  }

  private static boolean same(JsonNode desired, JsonNode live) {
    if (live instanceof MissingNode) {
      return false;
    }
    if (desired.isNumber() && live.isNumber()) {
      return desired.decimalValue().compareTo(live.decimalValue()) == 0;
    }
    return desired.equals(live);
  }
}
