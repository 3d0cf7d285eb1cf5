package io.ecommerceplatform.api.v1alpha1.rollout;

/** What a failed revision means. */
public enum OnFailure {
  Rollback,
  Pause
}
