package io.ecommerceplatform.operator.report;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.status.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Spares the API server a status write for every pod that comes up: mere progress is told at most
 * once in a while. Forgetting it, as a restart does, costs one write.
 */
final class StatusPace {
  static final Duration PAUSE = Duration.ofSeconds(3);

  private final Map<String, Instant> written = new ConcurrentHashMap<>();

  boolean isEarly(ECommercePlatform resource, PlatformStatus next, Instant now) {
    Instant last = written.get(resource.getMetadata().getUid());
    return last != null
        && now.isBefore(last.plus(PAUSE))
        && !next.equals(resource.getStatus())
        && Progress.isMere(resource.getStatus(), next);
  }

  void written(ECommercePlatform resource, Instant now) {
    written.put(resource.getMetadata().getUid(), now);
  }

  void forget(ECommercePlatform resource) {
    written.remove(resource.getMetadata().getUid());
  }
}
