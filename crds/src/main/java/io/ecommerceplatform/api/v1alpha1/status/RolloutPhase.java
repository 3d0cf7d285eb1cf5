package io.ecommerceplatform.api.v1alpha1.status;

/** Health of a rollout. */
public enum RolloutPhase {
  Healthy,
  Progressing,
  Paused,
  Degraded
}
