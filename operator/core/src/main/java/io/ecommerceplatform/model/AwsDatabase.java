package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What RDS is told of a database, whether a cluster of Aurora or DocumentDB or one server has it.
 *
 * @param awsName empty for a derived one, as are the names of what stands beside it
 * @param engine as RDS names it, for example {@code aurora-mysql}
 * @param version compared by prefix; empty for the one that AWS prefers
 * @param parameterFamily what its parameters are written for; empty without parameters
 * @param instanceClass of each of its servers
 * @param masterSecret Secret with the password of its administrator
 * @param applyImmediately false lets what interrupts it wait for its maintenance window
 * @param finalSnapshot name of the last snapshot; empty for a derived one
 * @param restore what it is made from; empty for nothing
 */
public record AwsDatabase(
    String name,
    String path,
    String awsName,
    String subnetGroup,
    String securityGroup,
    String parameterGroup,
    String credentialsName,
    String engine,
    String version,
    String parameterFamily,
    Map<String, String> parameters,
    String instanceClass,
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
    String finalSnapshot,
    Optional<AwsRestore> restore)
    implements AwsStore {

  public AwsDatabase {
    parameters = Map.copyOf(parameters);
    logExports = List.copyOf(logExports);
  }

  /** Type of the item that holds the data of such a database. */
  public static String typeOf(Engine engine) {
    return switch (engine) {
      case AuroraPostgreSQL, AuroraMySQL -> AwsCluster.TYPE;
      case PostgreSQL, MySQL -> AwsInstance.TYPE;
      case MongoDB -> AwsCluster.DOCUMENT_TYPE;
      case Redis, OpenSearch, Kafka ->
          throw new IllegalArgumentException(engine + " is no database");
    };
  }

  /**
   * Name of the item with its parameters: another one for each family, as a server needs the new
   * one before it lets go of the old one.
   */
  public String parametersName() {
    return name + "-" + parameterFamily.replace('.', '-');
  }
}
