package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.rollout.RollingSpec;
import io.ecommerceplatform.api.v1alpha1.rollout.RolloutSpec;
import io.ecommerceplatform.api.v1alpha1.rollout.RolloutStrategy;
import io.ecommerceplatform.api.v1alpha1.service.ScalingSpec;
import io.ecommerceplatform.api.v1alpha1.service.ServiceSpec;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.fabric8.kubernetes.api.model.IntOrString;

/** Replicas, disruption and updates of a service: what is set, and the profile for the rest. */
record ScalingRules(Resolution resolution, QueueRules queues) {
  private static final IntOrString SURGE = new IntOrString("25%");
  private static final IntOrString NONE = new IntOrString(0);
  private static final int PROGRESS_DEADLINE_SECONDS = 600;

  /** Bounds, targets, times and the queue of a service. */
  Scaling scaling(WantedService service) {
    Scaling usual = constant(service.spec());
    return new Scaling(
        usual.min(),
        usual.max(),
        usual.cpuPercent(),
        usual.memoryPercent(),
        new ScheduleRules(resolution).windows(service, usual.max()),
        queues.trigger(service));
  }

  private Scaling constant(ServiceSpec service) {
    ScalingSpec set = service.scaling();
    ProfileDefaults.Services defaults = defaults();
    int usualMemory = or(defaults.memoryPercent(), 0);
    if (set == null) {
      return new Scaling(
          defaults.minReplicas(), defaults.maxReplicas(), defaults.cpuPercent(), usualMemory);
    }
    int max = or(set.maxReplicas(), Math.max(defaults.maxReplicas(), or(set.minReplicas(), 1)));
    int min = or(set.minReplicas(), Math.min(defaults.minReplicas(), max));
    return new Scaling(
        min,
        max,
        or(set.cpuPercent(), defaults.cpuPercent()),
        or(set.memoryPercent(), usualMemory));
  }

  /** Pods that a drain may take at once; 0 for no budget. */
  int maxUnavailable(Scaling scaling) {
    ProfileDefaults.DisruptionBudget budget = defaults().disruptionBudget();
    // of a single pod it lets a drain take the one, so it does not come and go with a schedule
    int fewest =
        scaling.windows().stream().mapToInt(ScalingWindow::min).reduce(scaling.min(), Math::max);
    return fewest >= budget.fromReplicas() ? budget.maxUnavailable() : 0;
  }

  RollingUpdate update(ServiceSpec service) {
    RolloutSpec rollout = service.rollout();
    RollingSpec rolling = rollout == null ? null : rollout.rolling();
    Integer ready = rollout == null ? null : rollout.minReadySeconds();
    Integer deadline = rollout == null ? null : rollout.progressDeadlineSeconds();
    return new RollingUpdate(
        or(rolling == null ? null : rolling.maxSurge(), SURGE),
        or(rolling == null ? null : rolling.maxUnavailable(), NONE),
        or(rolling == null ? null : rolling.minReadySeconds(), or(ready, 0)),
        or(deadline, PROGRESS_DEADLINE_SECONDS));
  }

  private ProfileDefaults.Services defaults() {
    return resolution.defaults().services();
  }

  static String strategy(ServiceSpec service) {
    RolloutStrategy set = service.rollout() == null ? null : service.rollout().strategy();
    return or(set, RolloutStrategy.Rolling).name();
  }
}
