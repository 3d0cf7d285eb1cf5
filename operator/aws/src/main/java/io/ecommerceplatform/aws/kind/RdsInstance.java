package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsInstance;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceReadReplicaRequest;
import software.amazon.awssdk.services.rds.model.CreateDbInstanceRequest;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/**
 * Database servers of RDS, and their read replicas: one type, so that a replica that somebody
 * promoted is no stranger, but one that is not what was asked for.
 */
public final class RdsInstance implements AwsKind<RdsInstance.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsInstance.TYPE, Identity.NAME, 63)
          .holdingData(DeletionPolicy.Snapshot)
          .takingSnapshots()
          .with("engine", FieldRule.REPLACE)
          .with("engineVersion", FieldRule.PREFIX)
          .with("sourceDBInstanceIdentifier", FieldRule.REPLACE)
          .with("dbName", FieldRule.REPLACE)
          .with("masterUsername", FieldRule.REPLACE)
          .with("masterUserPassword", FieldRule.SECRET)
          .with("passwordSetBy", FieldRule.SECRET_VERSION)
          .with("restoredFrom", FieldRule.ORIGIN)
          .with("allocatedStorage", FieldRule.AT_LEAST)
          .with("dbSubnetGroupName", FieldRule.REPLACE)
          .with("storageEncrypted", FieldRule.REPLACE)
          .with("kmsKeyId", FieldRule.REPLACE)
          .with("enabledCloudwatchLogsExports", FieldRule.SET)
          .with("applyImmediately", FieldRule.HOW);

  /**
   * Its fields, named as RDS names them.
   *
   * @param sourceDBInstanceIdentifier what a replica copies; null for what is no replica
   * @param passwordSetBy who set the password after a restore; null for what was made with it
   * @param restoredFrom what it was made from; null for nothing
   */
  public record Settings(
      String engine,
      String engineVersion,
      String dbInstanceClass,
      String sourceDBInstanceIdentifier,
      String dbName,
      String masterUsername,
      String masterUserPassword,
      String passwordSetBy,
      String restoredFrom,
      Integer port,
      Integer allocatedStorage,
      Integer maxAllocatedStorage,
      String storageType,
      Boolean multiAZ,
      String dbSubnetGroupName,
      String vpcSecurityGroupIds,
      String dbParameterGroupName,
      Boolean storageEncrypted,
      String kmsKeyId,
      Integer backupRetentionPeriod,
      String preferredBackupWindow,
      String preferredMaintenanceWindow,
      Boolean enablePerformanceInsights,
      List<String> enabledCloudwatchLogsExports,
      Boolean deletionProtection,
      Boolean copyTagsToSnapshot,
      Boolean publiclyAccessible,
      Boolean applyImmediately) {}

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "rds:DescribeDBInstances",
        "rds:DescribeDBSnapshots",
        "rds:CreateDBInstance",
        "rds:CreateDBInstanceReadReplica",
        "rds:RestoreDBInstanceFromDBSnapshot",
        "rds:RestoreDBInstanceToPointInTime",
        "rds:ModifyDBInstance",
        "rds:AddTagsToResource",
        "rds:CreateDBSnapshot",
        "rds:DeleteDBInstance");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.instances().stream()
        .flatMap(instance -> new RdsInstanceWish(instance, aws).all())
        .toList();
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return Rds.client(clients).describeDBInstancesPaginator(request -> {}).dbInstances().stream()
        .filter(instance -> instance.dbClusterIdentifier() == null)
        .map(instance -> new RdsInstanceReading(instance).found())
        .toList();
  }

  @Override
  public Optional<Obstacle> obstacle(Creation<Settings> creation, Clients clients) {
    return creation.settings().restoredFrom() == null
        ? Optional.empty()
        : new RdsInstanceRestore(creation, clients).obstacle();
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    RdsClient rds = Rds.client(clients);
    if (creation.settings().restoredFrom() != null) {
      new RdsInstanceRestore(creation, clients).create();
    } else if (creation.settings().sourceDBInstanceIdentifier() == null) {
      rds.createDBInstance(request -> server(creation, request));
    } else {
      rds.createDBInstanceReadReplica(request -> replica(creation, request));
    }
  }

  private static void server(Creation<Settings> creation, CreateDbInstanceRequest.Builder request) {
    Settings settings = creation.settings();
    request
        .dbInstanceIdentifier(creation.awsName())
        .engine(settings.engine())
        .engineVersion(settings.engineVersion())
        .dbInstanceClass(settings.dbInstanceClass())
        .dbName(settings.dbName())
        .masterUsername(settings.masterUsername())
        .masterUserPassword(settings.masterUserPassword())
        .port(settings.port())
        .allocatedStorage(settings.allocatedStorage())
        .maxAllocatedStorage(settings.maxAllocatedStorage())
        .storageType(settings.storageType())
        .multiAZ(settings.multiAZ())
        .dbSubnetGroupName(settings.dbSubnetGroupName())
        .vpcSecurityGroupIds(settings.vpcSecurityGroupIds().split(","))
        .dbParameterGroupName(settings.dbParameterGroupName())
        .storageEncrypted(settings.storageEncrypted())
        .kmsKeyId(settings.kmsKeyId())
        .backupRetentionPeriod(settings.backupRetentionPeriod())
        .preferredBackupWindow(settings.preferredBackupWindow())
        .preferredMaintenanceWindow(settings.preferredMaintenanceWindow())
        .enablePerformanceInsights(settings.enablePerformanceInsights())
        .enableCloudwatchLogsExports(settings.enabledCloudwatchLogsExports())
        .deletionProtection(settings.deletionProtection())
        .copyTagsToSnapshot(settings.copyTagsToSnapshot())
        .publiclyAccessible(settings.publiclyAccessible())
        .tags(Rds.tags(creation.tags()));
  }

  /**
   * Its data, users and encryption are those of its source for ever, and its version, size and
   * parameters at first: RDS takes these here from nobody.
   */
  private static void replica(
      Creation<Settings> creation, CreateDbInstanceReadReplicaRequest.Builder request) {
    Settings settings = creation.settings();
    request
        .dbInstanceIdentifier(creation.awsName())
        .sourceDBInstanceIdentifier(settings.sourceDBInstanceIdentifier())
        .dbInstanceClass(settings.dbInstanceClass())
        .port(settings.port())
        .maxAllocatedStorage(settings.maxAllocatedStorage())
        .storageType(settings.storageType())
        .multiAZ(settings.multiAZ())
        .vpcSecurityGroupIds(settings.vpcSecurityGroupIds().split(","))
        .enablePerformanceInsights(settings.enablePerformanceInsights())
        .enableCloudwatchLogsExports(settings.enabledCloudwatchLogsExports())
        .deletionProtection(settings.deletionProtection())
        .copyTagsToSnapshot(settings.copyTagsToSnapshot())
        .publiclyAccessible(settings.publiclyAccessible())
        .tags(Rds.tags(creation.tags()));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    Rds.client(clients)
        .modifyDBInstance(
            request -> {
              request
                  .dbInstanceIdentifier(update.found().awsName())
                  .applyImmediately(update.settings().applyImmediately());
              simple(update, request);
              composed(update, request);
            });
    if (update.changes("passwordSetBy")) {
      tag(update.found(), Map.of(Restored.PASSWORD_TAG, Restored.OPERATOR), clients);
    }
  }

  private static void simple(Update<Settings> update, ModifyDbInstanceRequest.Builder request) {
    Settings settings = update.settings();
    request
        .dbInstanceClass(update.changed("dbInstanceClass", settings.dbInstanceClass()))
        .dbPortNumber(update.changed("port", settings.port()))
        .allocatedStorage(update.changed("allocatedStorage", settings.allocatedStorage()))
        .maxAllocatedStorage(update.changed("maxAllocatedStorage", settings.maxAllocatedStorage()))
        .storageType(update.changed("storageType", settings.storageType()))
        .multiAZ(update.changed("multiAZ", settings.multiAZ()))
        .dbParameterGroupName(
            update.changed("dbParameterGroupName", settings.dbParameterGroupName()))
        .backupRetentionPeriod(
            update.changed("backupRetentionPeriod", settings.backupRetentionPeriod()))
        .preferredBackupWindow(
            update.changed("preferredBackupWindow", settings.preferredBackupWindow()))
        .preferredMaintenanceWindow(
            update.changed("preferredMaintenanceWindow", settings.preferredMaintenanceWindow()))
        .enablePerformanceInsights(
            update.changed("enablePerformanceInsights", settings.enablePerformanceInsights()))
        .deletionProtection(update.changed("deletionProtection", settings.deletionProtection()))
        .copyTagsToSnapshot(update.changed("copyTagsToSnapshot", settings.copyTagsToSnapshot()))
        .publiclyAccessible(update.changed("publiclyAccessible", settings.publiclyAccessible()));
  }

  private static void composed(Update<Settings> update, ModifyDbInstanceRequest.Builder request) {
    Settings settings = update.settings();
    Settings found = Json.typed(update.found().settings(), Settings.class);
    if (update.changes("engineVersion")) {
      request
          .engineVersion(settings.engineVersion())
          .allowMajorVersionUpgrade(Rds.isMajor(settings.engineVersion(), found.engineVersion()));
    }
    if (update.changes("passwordSetBy")) {
      request.masterUserPassword(settings.masterUserPassword());
    }
    if (update.changes("vpcSecurityGroupIds")) {
      request.vpcSecurityGroupIds(settings.vpcSecurityGroupIds().split(","));
    }
    if (update.changes("enabledCloudwatchLogsExports")) {
      request.cloudwatchLogsExportConfiguration(
          Rds.logs(settings.enabledCloudwatchLogsExports(), found.enabledCloudwatchLogsExports()));
    }
  }

  /** RDS takes no last snapshot of a replica: what is in it is in its source. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    RdsClient rds = Rds.client(clients);
    String snapshot = FinalSnapshot.name(found);
    boolean isReplica = found.settings().hasNonNull("sourceDBInstanceIdentifier");
    boolean needed = snapshotFirst && !isReplica && !isTaken(rds, found, snapshot);
    rds.deleteDBInstance(
        request ->
            request
                .dbInstanceIdentifier(found.awsName())
                .skipFinalSnapshot(!needed)
                .finalDBSnapshotIdentifier(needed ? snapshot : null));
  }

  private static boolean isTaken(RdsClient rds, FoundItem found, String snapshot) {
    return rds
        .describeDBSnapshotsPaginator(request -> request.dbInstanceIdentifier(found.awsName()))
        .dbSnapshots()
        .stream()
        .filter(one -> one.dbSnapshotIdentifier().equals(snapshot))
        .map(DBSnapshot::dbiResourceId)
        .anyMatch(id -> FinalSnapshot.isOf(found, id));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Rds.tag(found, tags, clients);
  }
}
