package io.ecommerceplatform.api.v1alpha1;

/** How far the operator may go with what it finds. */
public enum Mode {
  /** Bring the world to the resource. */
  Apply,
  /** Write the plan, change nothing. */
  Plan,
  /** Report drift only. */
  Observe,
  /** Do nothing. */
  Paused
}
