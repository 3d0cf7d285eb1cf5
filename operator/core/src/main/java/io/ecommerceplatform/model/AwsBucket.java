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
 * @param takesLogs true for one that load balancers write to: they know no key of ours
 */
public record AwsBucket(
    String name,
    String path,
    String awsName,
    Boolean versioning,
    boolean intelligentTiering,
    List<LifecycleRule> lifecycle,
    boolean takesLogs,
    Optional<DeletionPolicy> deletionPolicy) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "s3.Bucket";

  /** Type of the statement that lets a service of AWS in. */
  public static final String POLICY_TYPE = "s3.BucketPolicy";

  public AwsBucket {
    lifecycle = List.copyOf(lifecycle);
  }
}
