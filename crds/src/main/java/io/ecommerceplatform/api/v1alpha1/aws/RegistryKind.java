package io.ecommerceplatform.api.v1alpha1.aws;

/** Who owns the image registry. */
public enum RegistryKind {
  /** Repositories are managed. */
  ECR,
  /** Any registry, by host. */
  External
}
