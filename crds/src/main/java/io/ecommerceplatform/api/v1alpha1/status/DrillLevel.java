package io.ecommerceplatform.api.v1alpha1.status;

/** Levels of rehearsal. */
public enum DrillLevel {
  /** Readiness evaluation. */
  D0,
  /** Dark drill without a change of roles. */
  D1,
  /** Live switchover and back. */
  D2,
  /** Game day with injected faults. */
  D3
}
