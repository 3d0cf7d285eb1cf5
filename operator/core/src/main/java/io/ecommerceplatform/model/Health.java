package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.service.HealthSpec;

/** Where the probes of a service go, and as whom its process runs. */
record Health(
    int port, long user, String startup, String liveness, String readiness, String metrics) {

  /** What is set wins; a pod has started when it is ready for the first time. */
  Health with(HealthSpec set) {
    if (set == null) {
      return this;
    }
    return new Health(
        or(set.port(), port),
        user,
        or(set.readinessPath(), startup),
        or(set.livenessPath(), liveness),
        or(set.readinessPath(), readiness),
        metrics);
  }
}
