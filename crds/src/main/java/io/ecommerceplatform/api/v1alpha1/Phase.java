package io.ecommerceplatform.api.v1alpha1;

/** One word for people; conditions are the truth for programs. */
public enum Phase {
  Pending,
  Progressing,
  Ready,
  Degraded,
  Blocked,
  Deleting
}
