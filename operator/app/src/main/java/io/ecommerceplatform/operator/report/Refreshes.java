package io.ecommerceplatform.operator.report;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.refresh.CommandLog;
import io.ecommerceplatform.refresh.Refresh;
import io.ecommerceplatform.refresh.Refreshing;
import io.ecommerceplatform.resource.ItemWorld;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The refreshes that run, by platform. A restart begins them anew, as status tells which ones
 * ended.
 */
public final class Refreshes {
  private final Map<String, Refreshing> running = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public Refreshes(InstantSource clock) {
    this.clock = clock;
  }

  /** True when a wish begins that was not seen before. */
  public boolean begin(ECommercePlatform resource) {
    String uid = resource.getMetadata().getUid();
    Optional<Refresh> asked = Refresh.of(resource);
    Optional<Refresh> known = Optional.ofNullable(running.get(uid)).map(Refreshing::refresh);
    if (asked.isEmpty()) {
      running.remove(uid);
      return false;
    }
    if (known.map(Refresh::word).equals(asked.map(Refresh::word))) {
      return false;
    }
    asked.ifPresent(refresh -> running.put(uid, Refreshing.begun(refresh, clock.instant())));
    return true;
  }

  /** True while the cluster was not read for it. */
  public boolean isClusterDue(ECommercePlatform resource) {
    Refreshing refresh = running.get(resource.getMetadata().getUid());
    return refresh != null && !refresh.isOfCluster();
  }

  /** A pass goes by this picture of AWS. */
  public void looked(ECommercePlatform resource, ItemWorld items) {
    running.computeIfPresent(
        resource.getMetadata().getUid(), (uid, before) -> before.looked(items));
  }

  /**
   * The status with what a refresh found, once that is all.
   *
   * @param due what the pass found to differ from the resource
   * @param outcome what it did about it
   */
  PlatformStatus told(
      ECommercePlatform resource, Plan due, Outcome outcome, Mode mode, PlatformStatus status) {
    Refreshing refresh =
        running.computeIfPresent(
            resource.getMetadata().getUid(), (uid, before) -> before.after(due, outcome));
    return refresh == null || !refresh.isDone()
        ? status
        : CommandLog.with(status, refresh.told(mode, clock.instant()));
  }

  public void forget(String uid) {
    running.remove(uid);
  }
}
