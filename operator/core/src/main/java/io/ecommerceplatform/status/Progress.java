package io.ecommerceplatform.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.api.v1alpha1.status.RolloutStatus;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Tells a change of meaning from mere progress. Meaning is written at once; counts and wording of
 * what is still under way may wait a moment, so that a rollout of many pods is not a write a pod.
 */
public final class Progress {
  private Progress() {}

  /** True when nothing but counts and wording of an unfinished platform differs. */
  public static boolean isMere(PlatformStatus before, PlatformStatus after) {
    return before != null
        && Objects.equals(before.phase(), after.phase())
        && Objects.equals(before.observedGeneration(), after.observedGeneration())
        && rollouts(before).equals(rollouts(after))
        && Objects.equals(before.plan(), after.plan())
        && Objects.equals(before.commands(), after.commands())
        && values(before.conditions()).equals(values(after.conditions()))
        && "True".equals(values(after.conditions()).get("Reconciling"));
  }

  // that what is wanted is in place by now is remembered with the next write, which the end of the
  // rollout is at the latest
  private static List<JsonNode> rollouts(PlatformStatus status) {
    return Objects.requireNonNullElse(status.rollouts(), List.<RolloutStatus>of()).stream()
        .map(Progress::withoutRecord)
        .toList();
  }

  private static JsonNode withoutRecord(RolloutStatus rollout) {
    ObjectNode row = Json.tree(rollout);
    if (row.path("currentRevision") instanceof ObjectNode revision) {
      revision.remove(List.of("inputsHash", "appliedHash"));
    }
    return row;
  }

  private static Map<String, String> values(List<Condition> conditions) {
    Map<String, String> values = new TreeMap<>();
    Objects.requireNonNullElse(conditions, List.<Condition>of())
        .forEach(condition -> values.put(condition.getType(), condition.getStatus()));
    return values;
  }
}
