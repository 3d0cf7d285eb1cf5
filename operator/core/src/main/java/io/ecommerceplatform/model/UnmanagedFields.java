package io.ecommerceplatform.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.finding.ConditionType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks over a raw spec and collects the set fields from which nothing follows yet. */
final class UnmanagedFields {
  private static final List<String> LABELS = List.of("name", "afterMinutes", "path");

  private final SpecPaths paths;
  private final Set<String> skipped;
  // by part, then by the path without the label of its first list item: the labels, or none
  private final Map<ConditionType, Map<String, List<String>>> found =
      new EnumMap<>(ConditionType.class);

  private UnmanagedFields(SpecPaths paths, Set<String> skipped) {
    this.paths = paths;
    this.skipped = skipped;
  }

  /** Paths by part; fields of several items of one list are joined: {@code services[a, b].x}. */
  static Map<ConditionType, List<String>> of(JsonNode spec, SpecPaths paths, Set<String> skipped) {
    UnmanagedFields walk = new UnmanagedFields(paths, skipped);
    walk.visit("spec", "spec", spec);
    Map<ConditionType, List<String>> joined = new EnumMap<>(ConditionType.class);
    walk.found.forEach(
        (part, byPath) -> {
          List<String> texts = new ArrayList<>();
          byPath.forEach((path, labels) -> texts.add(join(path, labels)));
          joined.put(part, texts);
        });
    return joined;
  }

  private void visit(String pattern, String path, JsonNode node) {
    SpecPaths.Entry entry = paths.at(pattern).orElse(null);
    if (skipped.contains(path)) {
      return;
    }
    if (entry != null) {
      if (entry.isNotManaged(node)) {
        add(entry.part().orElseThrow(), path, entry.meanwhile());
      }
    } else if (node.isObject()) {
      node.properties()
          .forEach(e -> visit(pattern + "." + e.getKey(), path + "." + e.getKey(), e.getValue()));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(pattern + "[]", path + "[" + label(node.get(i), i) + "]", node.get(i));
      }
    }
  }

  private void add(ConditionType part, String path, String meanwhile) {
    Map<String, List<String>> byPath = found.computeIfAbsent(part, p -> new LinkedHashMap<>());
    int open = path.indexOf('[');
    int close = path.indexOf(']');
    String key = open < 0 ? path : path.substring(0, open + 1) + path.substring(close);
    key = meanwhile.isEmpty() ? key : "%s (meanwhile %s)".formatted(key, meanwhile);
    List<String> labels = byPath.computeIfAbsent(key, k -> new ArrayList<>());
    if (open >= 0) {
      labels.add(path.substring(open + 1, close));
    }
  }

  private static String join(String path, List<String> labels) {
    int open = path.indexOf('[');
    return labels.isEmpty()
        ? path
        : path.substring(0, open + 1) + String.join(", ", labels) + path.substring(open + 1);
  }

  private static String label(JsonNode item, int index) {
    return LABELS.stream()
        .filter(item::has)
        .map(name -> item.path(name).asText())
        .findFirst()
        .orElse(String.valueOf(index));
  }
}
