package io.ecommerceplatform.api.v1alpha1.edge;

/** Kind of a cert-manager issuer. */
public enum IssuerKind {
  Issuer,
  ClusterIssuer
}
