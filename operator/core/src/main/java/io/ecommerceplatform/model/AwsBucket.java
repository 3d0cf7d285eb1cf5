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
 * @param replicaRegion region with a second bucket that gets every object
 * @param takesLogs true for one that load balancers write to: they know no key of ours
 */
public record AwsBucket(
    String name,
    String path,
    String awsName,
    Boolean versioning,
    boolean intelligentTiering,
    List<LifecycleRule> lifecycle,
    Optional<String> replicaRegion,
    boolean takesLogs,
    Optional<DeletionPolicy> deletionPolicy) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "s3.Bucket";

  /** Type of the statement that lets a service of AWS in. */
  public static final String POLICY_TYPE = "s3.BucketPolicy";

  /** Type of the rule that has objects copied into a second bucket. */
  public static final String REPLICATION_TYPE = "s3.BucketReplication";

  /** Name of the role that S3 takes to copy objects; no service can have it. */
  public static final String REPLICATION_ROLE = "aws_s3";

  public AwsBucket {
    lifecycle = List.copyOf(lifecycle);
  }
}
