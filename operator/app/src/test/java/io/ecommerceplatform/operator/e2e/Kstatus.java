package io.ecommerceplatform.operator.e2e;

import com.fasterxml.jackson.databind.JsonNode;

/** What tools that follow kstatus make of a custom resource, by its published rules. */
enum Kstatus {
  Terminating,
  InProgress,
  Failed,
  Current;

  static Kstatus of(JsonNode resource) {
    JsonNode metadata = resource.path("metadata");
    if (metadata.hasNonNull("deletionTimestamp")) {
      return Terminating;
    }
    JsonNode observed = resource.at("/status/observedGeneration");
    boolean behind =
        observed.isNumber() && observed.asLong() != metadata.path("generation").asLong();
    if (behind || is(resource, "Reconciling", "True")) {
      return InProgress;
    }
    if (is(resource, "Stalled", "True")) {
      return Failed;
    }
    boolean waits = is(resource, "Ready", "False") || is(resource, "Ready", "Unknown");
    return waits ? InProgress : Current;
  }

  private static boolean is(JsonNode resource, String type, String status) {
    return resource
        .at("/status/conditions")
        .valueStream()
        .filter(c -> c.path("type").asText().equals(type))
        .anyMatch(c -> c.path("status").asText().equals(status));
  }
}
