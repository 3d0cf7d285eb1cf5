package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.store.KeyAttribute;
import java.util.Optional;

/**
 * One DynamoDB table.
 *
 * @param awsName empty for a derived one
 * @param sortKey empty for a table with one key
 * @param ttlAttribute attribute with the time of expiry; empty for none
 * @param capacity empty for a table on demand
 * @param pointInTimeRecovery true when it can be restored to any second
 * @param streams true when its changes can be read as a stream
 * @param replicaRegion region with the same table; empty for none, null leaves what is there
 */
public record AwsTable(
    String name,
    String path,
    String awsName,
    KeyAttribute partitionKey,
    Optional<KeyAttribute> sortKey,
    String ttlAttribute,
    Optional<Capacity> capacity,
    boolean pointInTimeRecovery,
    boolean streams,
    String replicaRegion,
    boolean deletionProtection,
    Optional<DeletionPolicy> deletionPolicy) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "dynamodb.Table";

  /**
   * Units of provisioned capacity, the same of reads and writes.
   *
   * @param targetPercent use that is aimed at by adding and taking away units
   */
  public record Capacity(int min, int max, int targetPercent) {}
}
