package io.ecommerceplatform.api.v1alpha1.rollout;

/** What no answer from the metrics means. */
public enum OnInconclusive {
  Pause,
  Abort,
  Proceed
}
