package io.ecommerceplatform.api.v1alpha1.edge;

/** What a web ACL protects. */
public enum WafTarget {
  CloudFront,
  LoadBalancer
}
