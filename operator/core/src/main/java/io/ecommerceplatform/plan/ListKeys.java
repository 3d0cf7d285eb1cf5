package io.ecommerceplatform.plan;

import java.util.List;
import java.util.Map;

/**
 * Which lists the API server merges by key. Every other list is compared, and replaced, as a whole.
 * Source of the keys: {@code x-kubernetes-list-map-keys} in the OpenAPI schema of Kubernetes 1.35.
 */
final class ListKeys {
  private static final Map<String, List<List<String>>> KEYS =
      Map.ofEntries(
          Map.entry("containers", List.of(List.of("name"))),
          Map.entry("initContainers", List.of(List.of("name"))),
          Map.entry("env", List.of(List.of("name"))),
          Map.entry("volumes", List.of(List.of("name"))),
          Map.entry("volumeMounts", List.of(List.of("mountPath"))),
          Map.entry("imagePullSecrets", List.of(List.of("name"))),
          Map.entry(
              "topologySpreadConstraints", List.of(List.of("topologyKey", "whenUnsatisfiable"))),
          Map.entry(
              "ports", List.of(List.of("containerPort", "protocol"), List.of("port", "protocol"))),
          Map.entry("ownerReferences", List.of(List.of("uid"))),
          Map.entry("hostAliases", List.of(List.of("ip"))));

  private ListKeys() {}

  /** The keys of the list at a path; empty when it is atomic. */
  static List<String> of(String path, com.fasterxml.jackson.databind.JsonNode list) {
    if (path.startsWith("spec.ingress") || path.startsWith("spec.egress")) {
      return List.of(); // a NetworkPolicy's lists are atomic, ports included
    }
    String field = path.substring(path.lastIndexOf('.') + 1);
    return KEYS.getOrDefault(field, List.of()).stream()
        .filter(keys -> list.isEmpty() || list.get(0).has(keys.get(0)))
        .findFirst()
        .orElse(List.of());
  }
}
