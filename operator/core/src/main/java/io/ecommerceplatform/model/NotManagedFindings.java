package io.ecommerceplatform.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.api.v1alpha1.PlatformSpec;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports what the resource or its profile asks for and nothing follows from yet. */
record NotManagedFindings(Resolution resolution, SpecPaths paths) {

  void report(List<Store> stores) {
    JsonNode spec = Json.tree(resolution.spec());
    Set<String> outside =
        stores.stream()
            .filter(s -> !s.inCluster())
            // what is said about a last snapshot is about volumes
            .map(s -> s.isMadeInAws() ? s.path() + ".deletionPolicy" : s.path())
            .collect(Collectors.toSet());
    Map<ConditionType, List<String>> byPart = new EnumMap<>(ConditionType.class);
    UnmanagedFields.of(spec, paths, outside).forEach((p, l) -> add(byPart, p, l));
    stores.stream()
        .filter(NotManagedFindings::isOutside)
        .forEach(s -> add(byPart, ConditionType.AwsReady, List.of(text(s))));
    byPart.forEach(
        (part, list) ->
            resolution.report(
                part, Reason.NotManagedYet, "", "not managed yet: " + String.join(", ", list)));
  }

  private static boolean isOutside(Store store) {
    return !store.inCluster() && !store.isMadeInAws();
  }

  private static void add(
      Map<ConditionType, List<String>> byPart, ConditionType part, List<String> texts) {
    if (!texts.isEmpty()) {
      byPart.computeIfAbsent(part, p -> new ArrayList<>()).addAll(texts);
    }
  }

  private String text(Store store) {
    boolean listed = store.path().contains("[") || isSet(store.path());
    return listed
        ? store.path()
        : "%s (%s, implied by the profile)".formatted(store.path(), store.name());
  }

  private boolean isSet(String path) {
    PlatformSpec spec = resolution.spec();
    return switch (path) {
      case "spec.search" -> spec.search() != null;
      case "spec.kafka" -> spec.kafka() != null;
      default -> false;
    };
  }
}
