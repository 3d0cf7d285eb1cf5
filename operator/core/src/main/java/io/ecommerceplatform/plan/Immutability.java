package io.ecommerceplatform.plan;

import java.util.List;
import java.util.Map;

/** Which differences the API server refuses in place, by kind. */
final class Immutability {
  private static final List<String> STATEFUL_SET_MUTABLE =
      List.of(
          "metadata.",
          "spec.replicas",
          "spec.ordinals",
          "spec.template",
          "spec.updateStrategy",
          "spec.revisionHistoryLimit",
          "spec.persistentVolumeClaimRetentionPolicy",
          "spec.minReadySeconds");
  private static final Map<String, List<String>> IMMUTABLE =
      Map.of(
          "Deployment", List.of("spec.selector"),
          "Job", List.of("spec.template", "spec.selector", "spec.completionMode"),
          "Service", List.of("spec.clusterIP"),
          "ConfigMap", List.of("data", "immutable"));

  private Immutability() {}

  static boolean forcesReplacement(String kind, FieldChange change) {
    if (kind.equals("StatefulSet")) {
      return STATEFUL_SET_MUTABLE.stream().noneMatch(change.path()::startsWith);
    }
    return IMMUTABLE.getOrDefault(kind, List.of()).stream().anyMatch(change.path()::startsWith);
  }
}
