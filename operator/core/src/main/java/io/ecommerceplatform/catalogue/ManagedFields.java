package io.ecommerceplatform.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which fields of spec this release acts on, so that no field is ever ignored in silence.
 *
 * @param managed paths that are acted on; {@code []} is an item of a list
 * @param unmanaged paths, or {@code path=value}, by the condition that names them
 */
public record ManagedFields(List<String> managed, Map<String, List<String>> unmanaged) {
  private static final String ITEM = "[]";

  public ManagedFields {
    managed = List.copyOf(managed);
    unmanaged = Map.copyOf(unmanaged);
  }

  /** The lists that are bundled with this build. */
  public static ManagedFields load() {
    return CatalogueLoader.managedFields();
  }

  /** What a spec sets and nobody acts on: paths by the name of a condition, both sorted. */
  public Map<String, Collection<String>> ignoredIn(JsonNode spec) {
    Map<String, Collection<String>> ignored = new TreeMap<>();
    visit("spec", spec, ignored);
    return ignored;
  }

  /** Entries that decide about a path without a look at its value; one, if the lists are right. */
  List<String> entriesFor(String path) {
    List<String> entries = new ArrayList<>(managed);
    unmanaged.values().forEach(entries::addAll);
    int longest =
        entries.stream().filter(e -> covers(e, path)).mapToInt(String::length).max().orElse(0);
    return entries.stream().filter(e -> covers(e, path) && e.length() == longest).toList();
  }

  private void visit(String path, JsonNode value, Map<String, Collection<String>> ignored) {
    if (value.isObject()) {
      value.properties().forEach(e -> visit(path + "." + e.getKey(), e.getValue(), ignored));
    } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
      value.forEach(item -> visit(path + ITEM, item, ignored));
    } else if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
      leaf(path, value, ignored);
    }
  }

  private void leaf(String path, JsonNode value, Map<String, Collection<String>> ignored) {
    String exact = path + "=" + value.asText();
    String decides = entriesFor(path).stream().findFirst().orElse("");
    part(exact).ifPresent(p -> add(ignored, p, path + ": " + value.asText()));
    part(decides).ifPresent(p -> add(ignored, p, isList(decides) ? path : decides));
  }

  /** A list of stores is partly managed, so its own name would say too much. */
  private boolean isList(String entry) {
    return managed.stream().anyMatch(m -> covers(entry, m));
  }

  private Optional<String> part(String entry) {
    return unmanaged.entrySet().stream()
        .filter(e -> e.getValue().contains(entry))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static void add(Map<String, Collection<String>> ignored, String part, String path) {
    ignored.computeIfAbsent(part, p -> new TreeSet<>()).add(path);
  }

  private static boolean covers(String entry, String path) {
    return path.equals(entry) || path.startsWith(entry + ".") || path.startsWith(entry + ITEM);
  }
}
