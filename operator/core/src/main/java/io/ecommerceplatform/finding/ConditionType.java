package io.ecommerceplatform.finding;

/** The conditions of a platform, in the order in which people read them. */
public enum ConditionType {
  /** Everything that the resource asks for is there and works. */
  Ready,
  /** kstatus: the operator is still changing something. */
  Reconciling,
  /** kstatus: a person is needed; true exactly when the phase is Blocked. */
  Stalled,
  WorkloadsReady,
  DataReady,
  EdgeReady,
  AwsReady,
  ObservabilityReady,
  Protected,
  /** The estimate of costs is not above the budget; told only when there is one. */
  WithinBudget,
  Progressing,
  Drifted,
  PlanPending;

  /** True for a condition that describes one part of the platform. */
  public boolean isPart() {
    return switch (this) {
      case WorkloadsReady, DataReady, EdgeReady, AwsReady, ObservabilityReady, Protected -> true;
      case Ready, Reconciling, Stalled, WithinBudget, Progressing, Drifted, PlanPending -> false;
    };
  }
}
