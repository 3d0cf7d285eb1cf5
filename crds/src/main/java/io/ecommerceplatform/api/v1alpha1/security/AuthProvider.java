package io.ecommerceplatform.api.v1alpha1.security;

/** Who signs customers in. */
public enum AuthProvider {
  /** The user service. */
  BuiltIn,
  Cognito
}
