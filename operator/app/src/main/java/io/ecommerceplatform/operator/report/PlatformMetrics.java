package io.ecommerceplatform.operator.report;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.plan.Outcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The operator's own metrics; labels are bounded, names of platforms are no labels. */
public final class PlatformMetrics {
  private final MeterRegistry registry;
  private final Map<String, Phase> phases = new ConcurrentHashMap<>();
  private final Timer passes;

  public PlatformMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.passes =
        Timer.builder("ecp.pass")
            .description("Duration of one pass over one platform")
            .publishPercentileHistogram()
            .register(registry);
    for (Phase phase : Phase.values()) {
      Gauge.builder("ecp.platforms", phases, all -> count(all, phase))
          .description("Platforms by phase")
          .tag("phase", phase.name())
          .register(registry);
    }
  }

  /** Runs a pass and records how long it took, however it ends. */
  public <T> T timed(Supplier<T> pass) {
    return passes.record(pass);
  }

  /** What was sent, and what of it put back somebody else's change. */
  public void sent(Outcome outcome, List<Drift> drifts) {
    for (Action action : outcome.applied()) {
      count("ecp.apply", action.ref().kind(), action.operation().name(), "accepted");
    }
    for (Outcome.Failure failure : outcome.failures()) {
      count("ecp.apply", failure.ref().kind(), failure.operation().name(), "refused");
    }
    for (Drift drift : drifts) {
      registry.counter("ecp.drift.corrected", "kind", drift.ref().kind()).increment();
    }
  }

  public void phase(String uid, Phase phase) {
    phases.put(uid, phase);
  }

  public void gone(String uid) {
    phases.remove(uid);
  }

  private void count(String name, String kind, String operation, String result) {
    registry.counter(name, "kind", kind, "operation", operation, "result", result).increment();
  }

  private static double count(Map<String, Phase> all, Phase phase) {
    return all.values().stream().filter(p -> p == phase).count();
  }
}
