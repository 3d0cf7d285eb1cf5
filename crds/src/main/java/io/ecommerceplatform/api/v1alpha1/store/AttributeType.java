package io.ecommerceplatform.api.v1alpha1.store;

/** Type of a key attribute. */
public enum AttributeType {
  /** String. */
  S,
  /** Number. */
  N,
  /** Binary. */
  B
}
