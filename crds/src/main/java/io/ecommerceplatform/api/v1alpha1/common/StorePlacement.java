package io.ecommerceplatform.api.v1alpha1.common;

/** Where a store runs. */
public enum StorePlacement {
  /** A StatefulSet. */
  InCluster,
  /** The AWS service for it. */
  Managed
}
