package io.ecommerceplatform.api.v1alpha1.security;

/** Where secrets live. */
public enum SecretStore {
  Kubernetes,
  SecretsManager
}
