package io.ecommerceplatform.api.v1alpha1.recovery;

/** Who decides on a failover. */
public enum RecoveryMode {
  Manual,
  Automatic
}
