package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;

/** Which kinds a CustomResourceDefinition makes the API server serve. */
public final class ServedKinds {
  private ServedKinds() {}

  /** As {@code group/version/Kind}; none before the API server established the definition. */
  public static Set<String> of(JsonNode definition) {
    boolean established =
        definition
            .at("/status/conditions")
            .valueStream()
            .anyMatch(
                c ->
                    c.path("type").asText().equals("Established")
                        && c.path("status").asText().equals("True"));
    // its objects are on their way out too, and a cache of them would never fill
    boolean leaving = definition.at("/metadata").has("deletionTimestamp");
    if (!established || leaving) {
      return Set.of();
    }
    String group = definition.at("/spec/group").asText();
    String kind = definition.at("/spec/names/kind").asText();
    return definition
        .at("/spec/versions")
        .valueStream()
        .filter(version -> version.path("served").asBoolean())
        .map(version -> String.join("/", group, version.path("name").asText(), kind))
        .collect(Collectors.toSet());
  }
}
