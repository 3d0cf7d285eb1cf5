package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;

/**
 * The KMS key of a platform; KMS gives it no name.
 *
 * @param alias by which people find it; empty for a derived one
 * @param deletionPolicy what becomes of it, and with it of everything that it encrypted
 */
public record AwsKey(String path, String alias, DeletionPolicy deletionPolicy) {
  /** Its name in the resource, which has one at most. */
  public static final String NAME = "data";
}
