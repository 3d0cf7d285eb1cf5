package io.ecommerceplatform.api.v1alpha1.status;

/** States of a recovery. */
public enum RecoveryPhase {
  Protected,
  Suspected,
  AwaitingApproval,
  Claiming,
  Fencing,
  PreScaling,
  Promoting,
  ValidatingDark,
  ShiftingTraffic,
  Stabilizing,
  Active,
  Salvaging,
  Reprotecting
}
