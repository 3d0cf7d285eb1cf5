package io.ecommerceplatform.api.v1alpha1.status;

/** A measured state; no measurement is Unknown, never True. */
public enum ProtectionLevel {
  True,
  False,
  Unknown
}
