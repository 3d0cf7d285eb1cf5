package io.ecommerceplatform.api.v1alpha1.status;

/** The two permanent sides of a service. */
public enum Color {
  blue,
  green
}
