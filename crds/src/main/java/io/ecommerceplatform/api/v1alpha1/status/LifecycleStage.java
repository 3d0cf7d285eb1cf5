package io.ecommerceplatform.api.v1alpha1.status;

/** Stages of a rollout. */
public enum LifecycleStage {
  Steady,
  PreScaleUp,
  ScaleUp,
  TestTrafficShift,
  PostTestTrafficShift,
  ProductionTrafficShift,
  PostProductionTrafficShift,
  BakeTime,
  CleanUp,
  RollbackInProgress,
  RollbackSuccessful,
  RollbackFailed
}
