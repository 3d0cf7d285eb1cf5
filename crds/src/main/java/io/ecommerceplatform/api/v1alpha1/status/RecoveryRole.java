package io.ecommerceplatform.api.v1alpha1.status;

/** Role of one side. */
public enum RecoveryRole {
  Active,
  Standby,
  Fenced,
  Unknown
}
