package io.ecommerceplatform.api.v1alpha1.status;

/** Why a rollout waits for a person. */
public enum PauseReason {
  BlueGreenPause,
  CanaryPauseStep,
  InconclusiveAnalysisRun,
  UserPause
}
