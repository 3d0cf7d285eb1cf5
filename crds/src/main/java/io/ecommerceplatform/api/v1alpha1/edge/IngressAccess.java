package io.ecommerceplatform.api.v1alpha1.edge;

/** Whom the load balancer lets in. */
public enum IngressAccess {
  /** Everybody. */
  Public,
  /** CloudFront's addresses with the secret header. */
  CdnOnly
}
