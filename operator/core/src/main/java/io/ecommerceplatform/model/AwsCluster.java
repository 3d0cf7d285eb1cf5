package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One Aurora cluster; what is null is left to AWS.
 *
 * @param awsName empty for a derived one, as are the names of what stands beside it
 * @param engine as RDS names it, for example {@code aurora-mysql}
 * @param version compared by prefix
 * @param parameterFamily what its parameters are written for; empty without parameters
 * @param instances the writer and its readers
 * @param masterSecret Secret with the password of its administrator
 * @param applyImmediately false lets what interrupts it wait for its maintenance window
 * @param finalSnapshot name of the last snapshot; empty for a derived one
 */
public record AwsCluster(
    String name,
    String path,
    String awsName,
    String subnetGroup,
    String securityGroup,
    String parameterGroup,
    String engine,
    String version,
    String parameterFamily,
    Map<String, String> parameters,
    String instanceClass,
    int instances,
    String databaseName,
    String masterUsername,
    String masterSecret,
    int port,
    boolean storageEncrypted,
    int backupRetentionDays,
    String backupWindow,
    String maintenanceWindow,
    boolean applyImmediately,
    boolean performanceInsights,
    List<String> logExports,
    boolean deletionProtection,
    Optional<DeletionPolicy> deletionPolicy,
    String finalSnapshot)
    implements AwsStore {
  /** Type of the item that it becomes. */
  public static final String TYPE = "rds.Cluster";

  public AwsCluster {
    parameters = Map.copyOf(parameters);
    logExports = List.copyOf(logExports);
  }

  /** Name of one of its instances. */
  public String instance(int ordinal) {
    return name + "-" + ordinal;
  }
}
