package io.ecommerceplatform.api.v1alpha1.store;

/** Subnets of a managed cache. */
public enum CacheSubnets {
  Private,
  Database
}
