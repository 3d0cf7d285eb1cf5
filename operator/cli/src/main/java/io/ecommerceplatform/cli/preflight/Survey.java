package io.ecommerceplatform.cli.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was read of a cluster.
 *
 * @param found objects by part
 * @param forbidden why a part could not be read
 */
public record Survey(Map<Part, List<JsonNode>> found, Map<Part, String> forbidden) {
  public Survey {
    found = Map.copyOf(found);
    forbidden = Map.copyOf(forbidden);
  }

  List<JsonNode> of(Part part) {
    return found.getOrDefault(part, List.of());
  }

  List<String> names(Part part) {
    return of(part).stream().map(o -> o.at("/metadata/name").asText()).sorted().toList();
  }

  Optional<JsonNode> named(Part part, String name) {
    return of(part).stream().filter(o -> o.at("/metadata/name").asText().equals(name)).findFirst();
  }

  static Map<String, String> labels(JsonNode object) {
    return Json.strings(object.path("metadata"), "labels");
  }

  /** The decision over a part that may be read, else that it is not known. */
  Answer decide(Part part, String what, Function<Survey, Answer> decision) {
    String why = forbidden.get(part);
    return why == null ? decision.apply(this) : new Answer(Verdict.UNKNOWN, what, why, "");
  }
}
