package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.Map;
import java.util.Optional;

/**
 * One replication group of ElastiCache; what is empty is left to AWS.
 *
 * @param awsName empty for a derived one, as are the names of what stands beside it
 * @param usedParameterGroup a group that AWS or somebody else made; empty for none
 * @param version compared by prefix
 * @param parameterFamily what its parameters are written for; empty without parameters
 * @param parameters those of a group of its own
 * @param replicas of each shard, beside its primary
 * @param authSecret Secret with its password; empty without TLS, as AWS knows no password then
 * @param inDatabaseSubnets false for the private ones
 * @param applyImmediately false lets what interrupts it wait for its maintenance window
 * @param finalSnapshot name of the last snapshot; empty for a derived one
 * @param restore what it is made from; empty for nothing
 */
public record AwsCache(
    String name,
    String path,
    String awsName,
    String subnetGroup,
    String securityGroup,
    String parameterGroup,
    String credentialsName,
    String usedParameterGroup,
    String version,
    String parameterFamily,
    Map<String, String> parameters,
    String nodeType,
    boolean clusterMode,
    int shards,
    int replicas,
    boolean multiAz,
    boolean automaticFailover,
    boolean transitEncryption,
    boolean atRestEncryption,
    int port,
    Optional<String> authSecret,
    boolean inDatabaseSubnets,
    int snapshotRetentionDays,
    String snapshotWindow,
    String maintenanceWindow,
    boolean applyImmediately,
    Optional<DeletionPolicy> deletionPolicy,
    String finalSnapshot,
    Optional<AwsRestore> restore)
    implements AwsStore {
  /** Type of the item that it becomes. */
  public static final String TYPE = "elasticache.ReplicationGroup";

  public AwsCache {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Name of the item with its parameters: another one for each family, as a cache of a new version
   * needs the new one before it can let go of the old one.
   */
  public String parametersName() {
    return name + "-" + parameterFamily.replace('.', '-');
  }
}
