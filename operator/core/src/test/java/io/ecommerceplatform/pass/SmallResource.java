package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is left of a large resource when only one place of it matters, and what that place names: a
 * platform of a dozen objects in place of two hundred.
 */
final class SmallResource {
  private static final Set<String> ALWAYS = Set.of("profile", "mode", "version");
  private static final List<String> LISTS = List.of("services", "jobs", "databases", "caches");

  private final JsonNode spec;
  private final Set<String> words = new HashSet<>();
  private final ObjectNode small;

  private SmallResource(JsonNode spec) {
    this.spec = spec;
    small = ((ObjectNode) spec.deepCopy()).removeAll();
  }

  /**
   * The resource around one place.
   *
   * @param resource the large one
   * @param pointer to a field of its spec
   */
  static ObjectNode around(ObjectNode resource, String pointer) {
    ObjectNode copy = resource.deepCopy();
    SmallResource cut = new SmallResource(resource.path("spec"));
    cut.keep(pointer.split("/"));
    copy.set("spec", cut.small);
    return copy;
  }

  private void keep(String[] place) {
    ALWAYS.stream().filter(spec::has).forEach(name -> small.set(name, spec.get(name)));
    String part = place[2];
    if (LISTS.contains(part) && place.length > 3) {
      add(part, spec.path(part).path(Integer.parseInt(place[3])));
    } else {
      small.set(part, spec.path(part));
      collect(spec.path(part));
    }
    int known;
    do {
      known = words.size();
      LISTS.forEach(this::addNamed);
    } while (words.size() > known);
    if (!small.has("services")) {
      ArrayNode services = small.putArray("services"); // without any there are all that exist
      services.addObject().put("name", "web");
    }
    if (!small.has("messaging") && words.contains("listed")) {
      small.set("messaging", spec.path("messaging"));
    }
  }

  private void addNamed(String list) {
    spec.path(list)
        .forEach(
            item -> {
              if (words.contains(item.path("name").asText())) {
                add(list, item);
              }
            });
  }

  private void add(String list, JsonNode item) {
    ArrayNode kept = small.withArray("/" + list);
    if (kept.valueStream().noneMatch(item::equals)) {
      kept.add(item);
      collect(item);
    }
  }

  private void collect(JsonNode node) {
    if (node.isTextual()) {
      words.add(node.asText());
    }
    node.forEach(this::collect);
  }
}
