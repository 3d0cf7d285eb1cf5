package io.ecommerceplatform.api.v1alpha1;

/** Decides every default that the resource leaves open. */
public enum Profile {
  /** In-cluster stores, smallest sizes. */
  Economy,
  /** Managed, multi-AZ, encrypted, backed-up stores. */
  Production
}
