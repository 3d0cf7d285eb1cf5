package io.ecommerceplatform.model;

import java.util.List;
import java.util.Optional;

/**
 * One database server of RDS, with those that read a copy of it.
 *
 * @param allocatedStorage GiB at least, as AWS may have made it more
 * @param maxAllocatedStorage GiB up to which it grows by itself; empty for not at all
 * @param multiAz a standby in another zone
 */
public record AwsInstance(
    AwsDatabase database,
    int allocatedStorage,
    Optional<Integer> maxAllocatedStorage,
    String storageType,
    boolean multiAz,
    List<Replica> replicas) {
  /** Type of the item that it becomes, and each of its replicas. */
  public static final String TYPE = "rds.Instance";

  /**
   * One read replica.
   *
   * @param awsName empty for a derived one
   */
  public record Replica(String name, String path, String awsName, String instanceClass) {}

  public AwsInstance {
    replicas = List.copyOf(replicas);
  }

  /** Name of the item of a replica; no database can be called so. */
  public static String replica(String database, String replica) {
    return database + "." + replica;
  }
}
