package io.ecommerceplatform.api.v1alpha1.security;

/** Second factor of customers. */
public enum Mfa {
  Off,
  Optional,
  Required
}
