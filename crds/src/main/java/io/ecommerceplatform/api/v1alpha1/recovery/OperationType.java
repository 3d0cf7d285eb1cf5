package io.ecommerceplatform.api.v1alpha1.recovery;

/** What a recovery operation does. */
public enum OperationType {
  /** Unplanned; never needs the old region. */
  Failover,
  /** Planned; loses nothing. */
  Switchover,
  /** Rehearsal. */
  Drill
}
