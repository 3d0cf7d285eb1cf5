package io.ecommerceplatform.api.v1alpha1.status;

/** How an operation ended. */
public enum OperationResult {
  Succeeded,
  Aborted,
  Expired,
  Superseded,
  Blocked
}
