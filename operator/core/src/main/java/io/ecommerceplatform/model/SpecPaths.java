package io.ecommerceplatform.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.finding.ConditionType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of each field of spec, as the data file says it.
 *
 * @param entries by path; a list item stands in it as {@code []}
 */
record SpecPaths(Map<String, Entry> entries) {
  private static final String RESOURCE = "/spec/paths.yaml";

  /**
   * One path.
   *
   * @param part the condition that a set value makes false; empty for a managed path
   * @param unless values that do not
   * @param meanwhile what happens instead for now; empty when nothing does
   */
  record Entry(Optional<ConditionType> part, Set<String> unless, String meanwhile) {
    boolean isNotManaged(JsonNode value) {
      return part.isPresent() && !(value.isValueNode() && unless.contains(value.asText()));
    }
  }

  SpecPaths {
    entries = Map.copyOf(entries);
  }

  static SpecPaths load() {
    try (InputStream in = SpecPaths.class.getResourceAsStream(RESOURCE)) {
      return parse(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  Optional<Entry> at(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  /** The longest path that covers the given one. */
  Optional<String> covering(String path) {
    String candidate = path;
    while (!candidate.isEmpty() && !entries.containsKey(candidate)) {
      int end = Math.max(candidate.lastIndexOf('.'), candidate.lastIndexOf('['));
      candidate = end < 0 ? "" : candidate.substring(0, end);
    }
    return Optional.of(candidate).filter(c -> !c.isEmpty());
  }

  private static SpecPaths parse(JsonNode file) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    file.path("managed").forEach(p -> add(entries, p, Optional.empty()));
    for (Map.Entry<String, JsonNode> part : file.path("notManagedYet").properties()) {
      Optional<ConditionType> type = Optional.of(ConditionType.valueOf(part.getKey()));
      part.getValue().forEach(p -> add(entries, p, type));
    }
    return new SpecPaths(entries);
  }

  private static void add(Map<String, Entry> entries, JsonNode node, Optional<ConditionType> part) {
    String path = node.isTextual() ? node.asText() : node.path("path").asText();
    String meanwhile = node.path("meanwhile").asText();
    Set<String> unless = new HashSet<>();
    node.path("unless").forEach(v -> unless.add(v.asText()));
    if (entries.put(path, new Entry(part, Set.copyOf(unless), meanwhile)) != null) {
      throw new IllegalStateException(RESOURCE + " has " + path + " twice");
    }
  }
}
