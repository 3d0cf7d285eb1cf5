package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.Json;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tells what the API server fills into the items of atomic lists from what somebody put there.
 * Source of the values: the defaults in the OpenAPI schema of Kubernetes 1.35.
 */
final class FilledIn {
  private static final Map<String, JsonNode> VALUES =
      Map.of(
          "protocol", Json.parse("\"TCP\""),
          "apiVersion", Json.parse("\"v1\""),
          "kind", Json.parse("\"PersistentVolumeClaim\""),
          "volumeMode", Json.parse("\"Filesystem\""),
          "status", Json.parse("{\"phase\":\"Pending\"}"));

  private FilledIn() {}

  /** True when the live tree has more than is desired and filled in. */
  static boolean isExceeded(JsonNode desired, JsonNode live) {
    if (live.isObject()) {
      return live.properties().stream()
          .anyMatch(
              e ->
                  desired.has(e.getKey())
                      ? isExceeded(desired.get(e.getKey()), e.getValue())
                      : !e.getValue().equals(VALUES.get(e.getKey())));
    }
    return live.isArray()
        && (desired.size() != live.size()
            || IntStream.range(0, live.size())
                .anyMatch(i -> isExceeded(desired.get(i), live.get(i))));
  }
}
