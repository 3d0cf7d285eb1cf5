package io.ecommerceplatform.api.v1alpha1.aws;

/** Encryption of images in ECR. */
public enum ImageEncryption {
  AES256,
  KMS
}
