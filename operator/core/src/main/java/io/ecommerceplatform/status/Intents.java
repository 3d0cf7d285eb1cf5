package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.api.v1alpha1.rollout.RolloutStrategy;
import io.ecommerceplatform.api.v1alpha1.status.LifecycleStage;
import io.ecommerceplatform.api.v1alpha1.status.RevisionStatus;
import io.ecommerceplatform.api.v1alpha1.status.RolloutPhase;
import io.ecommerceplatform.api.v1alpha1.status.RolloutStatus;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.rollout.Intent;
import io.ecommerceplatform.rollout.ServiceRollout;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The persisted form of an intent: reads it from status and writes it there, nothing else. */
public final class Intents {
  private Intents() {}

  /** The intent that a status holds. */
  public static Intent read(PlatformStatus status) {
    if (status == null || status.rollouts() == null) {
      return Intent.none();
    }
    return Intent.of(
        status.rollouts().stream().filter(Intents::isWhole).map(Intents::rollout).toList());
  }

  // a status that somebody edited, or that a backup brought back in part, must not stop the passes
  private static boolean isWhole(RolloutStatus status) {
    return status.currentRevision() != null
        && status.currentRevision().hash() != null
        && status.stableColor() != null
        && status.attempt() != null
        && status.lifecycleStage() != null
        && isTime(status.stageStartedAt());
  }

  private static boolean isTime(String text) {
    if (text == null) {
      return false;
    }
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /**
   * The rows of status.
   *
   * @param images by the service's name
   * @param records what was applied last, by the workload's kind and name
   */
  static List<RolloutStatus> write(
      Intent intent, Map<String, String> images, Map<String, AppliedRecord> records) {
    return new TreeMap<>(intent.rollouts())
        .values().stream()
            .map(
                r ->
                    status(
                        r,
                        images.getOrDefault(r.service(), ""),
                        Optional.ofNullable(
                            records.get(AppliedRecord.id(r.service(), r.stableColor())))))
            .toList();
  }

  private static ServiceRollout rollout(RolloutStatus status) {
    RevisionStatus stable = status.stableRevision();
    return new ServiceRollout(
        status.name(),
        status.stableColor(),
        stable == null ? "" : stable.hash(),
        status.currentRevision().hash(),
        status.attempt().intValue(),
        status.lifecycleStage(),
        Instant.parse(status.stageStartedAt()));
  }

  private static RolloutStatus status(
      ServiceRollout rollout, String image, Optional<AppliedRecord> record) {
    boolean steady = rollout.stage() == LifecycleStage.Steady;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", rollout.service());
    fields.put("phase", steady ? RolloutPhase.Healthy : RolloutPhase.Progressing);
    fields.put("lifecycleStage", rollout.stage());
    fields.put("strategy", RolloutStrategy.Rolling);
    fields.put("stableColor", rollout.stableColor());
    if (!rollout.stableRevision().isEmpty()) {
      fields.put("stableRevision", Map.of("hash", rollout.stableRevision()));
    }
    fields.put("currentRevision", revision(rollout, image, record));
    fields.put("attempt", rollout.attempt());
    fields.put("stageStartedAt", rollout.stageStartedAt().toString());
    return Json.typed(Json.tree(fields), RolloutStatus.class);
  }

  private static Map<String, Object> revision(
      ServiceRollout rollout, String image, Optional<AppliedRecord> record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("hash", rollout.currentRevision());
    if (!image.isEmpty()) {
      fields.put("image", image);
    }
    record.ifPresent(
        r -> {
          fields.put("inputsHash", r.inputs());
          fields.put("appliedHash", r.applied());
        });
    return fields;
  }
}
