package io.ecommerceplatform.api.v1alpha1.aws;

/** Which changes wait for a person. */
public enum ApprovalPolicy {
  /** None. */
  Auto,
  /** Replacement or deletion of data. */
  Destructive,
  /** Every change. */
  All
}
