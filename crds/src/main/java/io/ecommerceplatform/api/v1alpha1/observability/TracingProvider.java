package io.ecommerceplatform.api.v1alpha1.observability;

/** Where traces go. */
public enum TracingProvider {
  XRay,
  OTLP,
  None
}
