package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.store.LifecycleRule;
import java.util.List;
import java.util.Optional;

/**
 * One S3 bucket.
 *
 * @param awsName empty for a derived one
 * @param versioning null leaves it as it is
 * @param intelligentTiering true when objects move between tiers by use
 * @param lifecycle what becomes of objects with age
 */
public record AwsBucket(
    String name,
    String path,
    String awsName,
    Boolean versioning,
    boolean intelligentTiering,
    List<LifecycleRule> lifecycle,
    Optional<DeletionPolicy> deletionPolicy) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "s3.Bucket";

  public AwsBucket {
    lifecycle = List.copyOf(lifecycle);
  }
}
