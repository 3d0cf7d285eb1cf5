package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCluster;
import io.ecommerceplatform.model.AwsDatabase;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.SecretReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ClusterPendingModifiedValues;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/**
 * Clusters of Aurora and of DocumentDB, which is the same API: the data and its address; their
 * servers are items of their own.
 */
public final class DbCluster implements AwsKind<DbCluster.Settings> {
  public static final ItemType TYPE = type(AwsCluster.TYPE);
  public static final ItemType DOCUMENT_TYPE = type(AwsCluster.DOCUMENT_TYPE);

  private final ItemType type;

  /** Those of one of the two types. */
  public DbCluster(ItemType type) {
    this.type = type;
  }

  private static ItemType type(String name) {
    return ItemType.of(name, Identity.NAME, 63)
        .holdingData(DeletionPolicy.Snapshot)
        .takingSnapshots()
        .with("engine", FieldRule.REPLACE)
        .with("engineVersion", FieldRule.PREFIX)
        .with("databaseName", FieldRule.REPLACE)
        .with("masterUsername", FieldRule.REPLACE)
        .with("masterUserPassword", FieldRule.SECRET)
        .with("passwordSetBy", FieldRule.SECRET_VERSION)
        .with("restoredFrom", FieldRule.ORIGIN)
        .with("dbSubnetGroupName", FieldRule.REPLACE)
        .with("storageEncrypted", FieldRule.REPLACE)
        .with("kmsKeyId", FieldRule.REPLACE)
        .with("enabledCloudwatchLogsExports", FieldRule.SET)
        .with("applyImmediately", FieldRule.HOW);
  }

  /** Its fields, named as RDS names them; DocumentDB has no first database and copies no tags. */
  public record Settings(
      String engine,
      String engineVersion,
      String databaseName,
      String masterUsername,
      String masterUserPassword,
      String passwordSetBy,
      String restoredFrom,
      Integer port,
      String dbSubnetGroupName,
      String vpcSecurityGroupIds,
      String dbClusterParameterGroupName,
      Boolean storageEncrypted,
      String kmsKeyId,
      Integer backupRetentionPeriod,
      String preferredBackupWindow,
      String preferredMaintenanceWindow,
      List<String> enabledCloudwatchLogsExports,
      Boolean deletionProtection,
      Boolean copyTagsToSnapshot,
      Boolean applyImmediately) {}

  @Override
  public ItemType type() {
    return type;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "rds:DescribeDBClusters",
        "rds:DescribeDBClusterSnapshots",
        "rds:CreateDBCluster",
        "rds:RestoreDBClusterFromSnapshot",
        "rds:RestoreDBClusterToPointInTime",
        "rds:ModifyDBCluster",
        "rds:AddTagsToResource",
        "rds:CreateDBClusterSnapshot",
        "rds:DeleteDBCluster");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return of(type, aws).stream().map(cluster -> wish(cluster.database(), aws)).toList();
  }

  /** The clusters of a platform that become items of one of the two types. */
  static List<AwsCluster> of(ItemType type, Aws aws) {
    return type.equals(DOCUMENT_TYPE) ? aws.documents() : aws.clusters();
  }

  private static Wish<Settings> wish(AwsDatabase cluster, Aws aws) {
    return Wish.of(cluster.name(), cluster.path(), cluster.awsName(), settings(cluster, aws))
        .withPolicy(cluster.deletionPolicy())
        .tagged(FinalSnapshot.tags(cluster));
  }

  private static Settings settings(AwsDatabase cluster, Aws aws) {
    return new Settings(
        cluster.engine(),
        Rds.orNull(cluster.version()),
        // what is in a copy has the names that it had
        cluster.restore().isPresent() ? null : Rds.orNull(cluster.databaseName()),
        cluster.masterUsername(),
        new SecretReference(cluster.masterSecret(), "password").text(),
        Restored.passwordSetBy(cluster.restore()),
        Restored.text(cluster.restore()),
        cluster.port(),
        DbSubnetGroup.name(aws, cluster.name()).text(),
        Ec2SecurityGroup.id(aws, cluster.name()).text(),
        ParameterGroup.nameOrNull(
            isDocuments(cluster.engine())
                ? ParameterGroup.DOCUMENT_TYPE
                : ParameterGroup.CLUSTER_TYPE,
            aws,
            cluster),
        cluster.storageEncrypted(),
        cluster.storageEncrypted() ? KmsKey.arn(aws) : null,
        cluster.backupRetentionDays(),
        Rds.orNull(cluster.backupWindow()),
        Rds.orNull(cluster.maintenanceWindow()),
        cluster.logExports().isEmpty() ? null : cluster.logExports(),
        cluster.deletionProtection(),
        isDocuments(cluster.engine()) ? null : true,
        cluster.applyImmediately());
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return Rds.client(clients).describeDBClustersPaginator(request -> {}).dbClusters().stream()
        .filter(cluster -> isOf(type, cluster.engine()))
        .map(DbCluster::found)
        .toList();
  }

  /** One list of RDS has those of Aurora, DocumentDB and Neptune. */
  static boolean isOf(ItemType type, String engine) {
    return type.equals(DOCUMENT_TYPE) ? isDocuments(engine) : engine.startsWith("aurora");
  }

  static boolean isDocuments(String engine) {
    return engine.equals(AwsCluster.DOCUMENT_ENGINE);
  }

  private static Found<Settings> found(DBCluster cluster) {
    ClusterPendingModifiedValues pending = cluster.pendingModifiedValues();
    String version = pending == null ? null : pending.engineVersion();
    Integer days = pending == null ? null : pending.backupRetentionPeriod();
    Map<String, String> tags = Rds.map(cluster.tagList());
    Settings settings =
        new Settings(
            cluster.engine(),
            version == null ? cluster.engineVersion() : version,
            cluster.databaseName(),
            cluster.masterUsername(),
            null,
            tags.get(Restored.PASSWORD_TAG),
            tags.get(Restored.TAG),
            cluster.port(),
            cluster.dbSubnetGroup(),
            cluster.vpcSecurityGroups().stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .sorted()
                .collect(Collectors.joining(",")),
            cluster.dbClusterParameterGroup(),
            cluster.storageEncrypted(),
            cluster.kmsKeyId(),
            days == null ? cluster.backupRetentionPeriod() : days,
            cluster.preferredBackupWindow(),
            cluster.preferredMaintenanceWindow(),
            cluster.enabledCloudwatchLogsExports(),
            cluster.deletionProtection(),
            cluster.copyTagsToSnapshot(),
            null);
    boolean isPending = version != null || days != null;
    return Found.of(
        cluster.dbClusterIdentifier(),
        cluster.dbClusterArn(),
        settings,
        tags,
        Rds.health(cluster.status(), isPending, cluster.preferredMaintenanceWindow()),
        outputs(cluster, tags));
  }

  /** It has an address before there is a server behind it, and clients need one. */
  private static Map<String, String> outputs(DBCluster cluster, Map<String, String> tags) {
    Map<String, String> outputs = new HashMap<>();
    outputs.put("arn", cluster.dbClusterArn());
    outputs.put("name", cluster.dbClusterIdentifier());
    outputs.put(FinalSnapshot.RESOURCE_ID, cluster.dbClusterResourceId());
    boolean isMade = !cluster.status().equals("creating") && Restored.isOpen(tags);
    if (isMade && !cluster.dbClusterMembers().isEmpty()) {
      outputs.put("endpoint", cluster.endpoint());
      if (cluster.readerEndpoint() != null) {
        outputs.put("readerEndpoint", cluster.readerEndpoint());
      }
    }
    return outputs;
  }

  @Override
  public Optional<Obstacle> obstacle(Creation<Settings> creation, Clients clients) {
    return creation.settings().restoredFrom() == null
        ? Optional.empty()
        : new DbClusterRestore(creation, clients).obstacle();
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    if (creation.settings().restoredFrom() == null) {
      empty(creation, clients);
    } else {
      new DbClusterRestore(creation, clients).create();
    }
  }

  private static void empty(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    Rds.client(clients)
        .createDBCluster(
            request ->
                request
                    .dbClusterIdentifier(creation.awsName())
                    .engine(settings.engine())
                    .engineVersion(settings.engineVersion())
                    .databaseName(settings.databaseName())
                    .masterUsername(settings.masterUsername())
                    .masterUserPassword(settings.masterUserPassword())
                    .port(settings.port())
                    .dbSubnetGroupName(settings.dbSubnetGroupName())
                    .vpcSecurityGroupIds(settings.vpcSecurityGroupIds().split(","))
                    .dbClusterParameterGroupName(settings.dbClusterParameterGroupName())
                    .storageEncrypted(settings.storageEncrypted())
                    .kmsKeyId(settings.kmsKeyId())
                    .backupRetentionPeriod(settings.backupRetentionPeriod())
                    .preferredBackupWindow(settings.preferredBackupWindow())
                    .preferredMaintenanceWindow(settings.preferredMaintenanceWindow())
                    .enableCloudwatchLogsExports(settings.enabledCloudwatchLogsExports())
                    .deletionProtection(settings.deletionProtection())
                    .copyTagsToSnapshot(settings.copyTagsToSnapshot())
                    .tags(Rds.tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    Rds.client(clients).modifyDBCluster(request -> changes(update, request));
    if (update.changes("passwordSetBy")) {
      tag(update.found(), Map.of(Restored.PASSWORD_TAG, Restored.OPERATOR), clients);
    }
  }

  private static void changes(Update<Settings> update, ModifyDbClusterRequest.Builder request) {
    Settings settings = update.settings();
    Settings found = Json.typed(update.found().settings(), Settings.class);
    request
        .dbClusterIdentifier(update.found().awsName())
        .applyImmediately(settings.applyImmediately());
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
    request
        .port(update.changed("port", settings.port()))
        .dbClusterParameterGroupName(
            update.changed("dbClusterParameterGroupName", settings.dbClusterParameterGroupName()))
        .backupRetentionPeriod(
            update.changed("backupRetentionPeriod", settings.backupRetentionPeriod()))
        .preferredBackupWindow(
            update.changed("preferredBackupWindow", settings.preferredBackupWindow()))
        .preferredMaintenanceWindow(
            update.changed("preferredMaintenanceWindow", settings.preferredMaintenanceWindow()))
        .deletionProtection(update.changed("deletionProtection", settings.deletionProtection()))
        .copyTagsToSnapshot(update.changed("copyTagsToSnapshot", settings.copyTagsToSnapshot()));
    if (update.changes("enabledCloudwatchLogsExports")) {
      request.cloudwatchLogsExportConfiguration(
          Rds.logs(settings.enabledCloudwatchLogsExports(), found.enabledCloudwatchLogsExports()));
    }
  }

  /** A snapshot that is there already was taken by a call whose answer was lost. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    RdsClient rds = Rds.client(clients);
    String snapshot = FinalSnapshot.name(found);
    boolean needed = snapshotFirst && !isTaken(rds, found, snapshot);
    rds.deleteDBCluster(
        request ->
            request
                .dbClusterIdentifier(found.awsName())
                .skipFinalSnapshot(!needed)
                .finalDBSnapshotIdentifier(needed ? snapshot : null));
  }

  private static boolean isTaken(RdsClient rds, FoundItem found, String snapshot) {
    return rds
        .describeDBClusterSnapshotsPaginator(
            request -> request.dbClusterIdentifier(found.awsName()))
        .dbClusterSnapshots()
        .stream()
        .filter(one -> one.dbClusterSnapshotIdentifier().equals(snapshot))
        .map(DBClusterSnapshot::dbClusterResourceId)
        .anyMatch(id -> FinalSnapshot.isOf(found, id));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Rds.tag(found, tags, clients);
  }
}
