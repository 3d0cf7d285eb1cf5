package io.ecommerceplatform.api.v1alpha1.aws;

/** Whether a tag can be pushed twice. */
public enum ImageTagMutability {
  Immutable,
  Mutable
}
