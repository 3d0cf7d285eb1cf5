package io.ecommerceplatform.api.v1alpha1.observability;

/** Which OpenSearch cluster keeps logs. */
public enum LogCluster {
  /** The shop's own search cluster. */
  Shared,
  /** One for logs alone. */
  Own
}
