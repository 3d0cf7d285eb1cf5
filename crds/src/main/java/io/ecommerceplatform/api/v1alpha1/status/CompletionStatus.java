package io.ecommerceplatform.api.v1alpha1.status;

/** How a rollout ended. */
public enum CompletionStatus {
  Promoted,
  FastPromoted,
  Aborted,
  Superseded,
  RolledBack,
  FastRolledBack
}
