package io.ecommerceplatform.api.v1alpha1.rollout;

/** What a new release does while one runs. */
public enum ReleaseQueue {
  /** Takes its place. */
  Supersede,
  /** Waits for it. */
  Serial
}
