package io.ecommerceplatform.api.v1alpha1.observability;

/** Where logs go. */
public enum LogStore {
  CloudWatch,
  OpenSearch,
  Both
}
