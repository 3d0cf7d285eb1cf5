package io.ecommerceplatform.api.v1alpha1.rollout;

/** How traffic moves to a new revision. */
public enum RolloutStrategy {
  /** All at once after the checks. */
  BlueGreen,
  /** In steps. */
  Canary,
  /** A plain Deployment update. */
  Rolling
}
