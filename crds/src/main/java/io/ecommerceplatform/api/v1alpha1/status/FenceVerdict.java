package io.ecommerceplatform.api.v1alpha1.status;

/** How sure it is that the old side writes no more. */
public enum FenceVerdict {
  Verified,
  BestEffort,
  Waived
}
