package io.ecommerceplatform.api.v1alpha1.status;

/** State of one store or AWS item. */
public enum ItemState {
  Pending,
  Progressing,
  Ready,
  Degraded,
  Blocked,
  Deleting,
  Retained,
  Unknown
}
