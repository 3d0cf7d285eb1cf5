package io.ecommerceplatform.rollout;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.api.v1alpha1.status.LifecycleStage;
import java.time.Instant;

/**
 * The persisted intent for one service.
 *
 * @param service name of the service
 * @param stableColor the colour that takes traffic
 * @param stableRevision revision that last became fully available; empty before the first
 * @param currentRevision revision that is wanted on the stable colour
 * @param attempt rises with every start of a rollout
 * @param stage where it stands
 * @param stageStartedAt when the stage began
 */
public record ServiceRollout(
    String service,
    Color stableColor,
    String stableRevision,
    String currentRevision,
    int attempt,
    LifecycleStage stage,
    Instant stageStartedAt) {

  static ServiceRollout first(String service, String revision, Instant now) {
    return new ServiceRollout(service, Color.blue, "", revision, 1, LifecycleStage.ScaleUp, now);
  }

  ServiceRollout towards(String revision, Instant now) {
    return new ServiceRollout(
        service, stableColor, stableRevision, revision, attempt + 1, LifecycleStage.ScaleUp, now);
  }

  ServiceRollout completed(Instant now) {
    return new ServiceRollout(
        service,
        stableColor,
        currentRevision,
        currentRevision,
        attempt,
        LifecycleStage.Steady,
        now);
  }
}
