package io.ecommerceplatform.api.v1alpha1.status;

/** Result of an analysis. */
public enum AnalysisPhase {
  Pending,
  Running,
  Successful,
  Failed,
  Error,
  Inconclusive
}
