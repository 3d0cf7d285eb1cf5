package io.ecommerceplatform.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The data of the profiles as a page for people, one column for each profile.
 *
 * @param catalogue where the values are from
 * @param words by section, what stands beside each path of a profile
 */
record ProfilesPage(Catalogue catalogue, Map<String, Map<String, String>> words) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PROFILES = List.of("Economy", "Production");
  private static final String NONE = "–";
  private static final String INTRODUCTION =
      """
      <!-- Generated from operator/core/src/main/resources/catalogue by `make golden`. -->
      # Profiles

      `spec.profile` decides what a field means that is left out. A profile never overrides a field that is \
      set, and the operator never writes a default into the resource: `kubectl ecp render --effective` shows \
      them. A default in the table becomes real with its field: those of AWS are not managed yet.
      """;

  /** All paths of a profile that hold a value in either column. */
  static List<String> paths(Catalogue catalogue) {
    Map<String, String> all = new LinkedHashMap<>();
    PROFILES.forEach(p -> flatten("", tree(catalogue, p), all));
    return List.copyOf(all.keySet());
  }

  String text() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    List<Map<String, String>> columns = new ArrayList<>();
    for (String profile : PROFILES) {
      Map<String, String> values = new LinkedHashMap<>();
      flatten("", tree(catalogue, profile), values);
      columns.add(values);
    }
    words.forEach(
        (title, rows) -> {
          page.append(head(title, "what"));
          rows.forEach((path, what) -> page.append(row(what, c -> columns.get(c).get(path))));
        });
    services(page);
    stores(page);
    return page.append(leaving()).toString();
  }

  private void services(StringBuilder page) {
    page.append(head("CPU and memory of a bundled service", "services"));
    catalogue.services().stream()
        .collect(Collectors.groupingBy(BundledService::size, LinkedHashMap::new, names()))
        .forEach(
            (size, names) ->
                page.append(
                    row(names, c -> size(catalogue.sizes().get(size).get(PROFILES.get(c))))));
  }

  private static java.util.stream.Collector<BundledService, ?, String> names() {
    return Collectors.mapping(BundledService::name, Collectors.joining(", "));
  }

  private void stores(StringBuilder page) {
    page.append(head("CPU and memory of a store in the cluster", "engine, version by default"));
    for (StoreEngine engine : catalogue.engines()) {
      page.append(
          row(
              engine.engine() + " " + engine.version(),
              c -> size(engine.resources().get(PROFILES.get(c)))));
    }
    page.append("\nBoth tables: CPU requested / memory requested / memory limit. No CPU limit.\n");
  }

  private String leaving() {
    Lifecycle life = catalogue.lifecycle();
    return """

    ## How a pod of a service leaves

    The same in both profiles: the load balancer drains it for %d s, while it still answers for %d s; \
    %d s after the start it is killed.
    """
        .formatted(
            life.deregistrationDelaySeconds(),
            life.preStopSleepSeconds(),
            life.terminationGraceSeconds());
  }

  private static String size(PodSize size) {
    return "%s / %s / %s".formatted(size.cpu(), size.memory(), size.memoryLimit());
  }

  private static String head(String title, String first) {
    return "\n## %s\n\n| %s | Economy | Production |\n|---|---|---|\n".formatted(title, first);
  }

  private static String row(String what, Function<Integer, String> column) {
    return "| %s | %s | %s |\n".formatted(what, cell(column.apply(0)), cell(column.apply(1)));
  }

  private static String cell(String value) {
    return value == null || value.isEmpty() ? NONE : value;
  }

  private static JsonNode tree(Catalogue catalogue, String profile) {
    return JSON.valueToTree(catalogue.profile(profile));
  }

  private static void flatten(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e ->
                  flatten(
                      path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), into));
    } else if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(item.asText()));
      into.put(path, String.join(", ", items));
    } else if (node.isBoolean()) {
      into.put(path, node.asBoolean() ? "yes" : "no");
    } else {
      into.put(path, node.isNull() ? "" : node.asText());
    }
  }
}
