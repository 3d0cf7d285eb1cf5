package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.aws.kind.AwsKind.Creation;
import io.ecommerceplatform.aws.kind.AwsKind.Obstacle;
import io.ecommerceplatform.aws.kind.DbCluster.Settings;
import io.ecommerceplatform.model.AwsRestore;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterFromSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbClusterToPointInTimeRequest;

/** The same for clusters of Aurora and DocumentDB, whose servers are made after them. */
final class DbClusterRestore {
  private final Creation<Settings> creation;
  private final Settings settings;
  private final AwsRestore restore;
  private final Clients clients;
  private final RdsClient rds;

  DbClusterRestore(Creation<Settings> creation, Clients clients) {
    this.creation = creation;
    this.clients = clients;
    settings = creation.settings();
    restore = AwsRestore.parsed(settings.restoredFrom());
    rds = Rds.client(clients);
  }

  Optional<Obstacle> obstacle() {
    Optional<Obstacle> unsupported = RdsOrigin.unsupported(restore);
    if (unsupported.isPresent()) {
      return unsupported;
    }
    Optional<RdsOrigin> origin = isCopy() ? copied() : fromSnapshot();
    return origin.isEmpty()
        ? Optional.of(RdsOrigin.absent(restore, clients.region()))
        : origin.flatMap(o -> o.obstacle(wanted()));
  }

  private boolean isCopy() {
    return restore.form() == AwsRestore.Form.retained;
  }

  private RdsOrigin.Wanted wanted() {
    return new RdsOrigin.Wanted(
        settings.engine(),
        settings.engineVersion(),
        settings.masterUsername(),
        settings.storageEncrypted(),
        settings.kmsKeyId());
  }

  private Optional<RdsOrigin> fromSnapshot() {
    try {
      return rds
          .describeDBClusterSnapshots(
              r -> r.dbClusterSnapshotIdentifier(RdsOrigin.snapshot(restore)))
          .dbClusterSnapshots()
          .stream()
          .findFirst()
          .map(this::origin);
    } catch (DbClusterSnapshotNotFoundException e) {
      return Optional.empty();
    }
  }

  private RdsOrigin origin(DBClusterSnapshot snapshot) {
    return new RdsOrigin(
        restore,
        snapshot.status(),
        snapshot.percentProgress(),
        snapshot.engine(),
        snapshot.engineVersion(),
        snapshot.masterUsername(),
        snapshot.storageEncrypted(),
        snapshot.kmsKeyId());
  }

  private Optional<RdsOrigin> copied() {
    try {
      return rds
          .describeDBClusters(r -> r.dbClusterIdentifier(restore.value()))
          .dbClusters()
          .stream()
          .findFirst()
          .map(this::origin);
    } catch (DbClusterNotFoundException e) {
      return Optional.empty();
    }
  }

  private RdsOrigin origin(DBCluster cluster) {
    return new RdsOrigin(
        restore,
        cluster.status(),
        null,
        cluster.engine(),
        cluster.engineVersion(),
        cluster.masterUsername(),
        cluster.storageEncrypted(),
        cluster.kmsKeyId());
  }

  void create() {
    if (isCopy()) {
      rds.restoreDBClusterToPointInTime(this::copy);
    } else {
      rds.restoreDBClusterFromSnapshot(this::snapshot);
    }
  }

  private void snapshot(RestoreDbClusterFromSnapshotRequest.Builder request) {
    request
        .dbClusterIdentifier(creation.awsName())
        .snapshotIdentifier(RdsOrigin.snapshot(restore))
        .engine(settings.engine())
        .port(settings.port())
        .dbSubnetGroupName(settings.dbSubnetGroupName())
        .vpcSecurityGroupIds(settings.vpcSecurityGroupIds().split(","))
        .dbClusterParameterGroupName(settings.dbClusterParameterGroupName())
        .enableCloudwatchLogsExports(settings.enabledCloudwatchLogsExports())
        .deletionProtection(settings.deletionProtection())
        .copyTagsToSnapshot(settings.copyTagsToSnapshot())
        .tags(Rds.tags(Restored.tags(creation.tags(), settings.restoredFrom())));
  }

  private void copy(RestoreDbClusterToPointInTimeRequest.Builder request) {
    request
        .dbClusterIdentifier(creation.awsName())
        .sourceDBClusterIdentifier(restore.value())
        .useLatestRestorableTime(true)
        .port(settings.port())
        .dbSubnetGroupName(settings.dbSubnetGroupName())
        .vpcSecurityGroupIds(settings.vpcSecurityGroupIds().split(","))
        .dbClusterParameterGroupName(settings.dbClusterParameterGroupName())
        .enableCloudwatchLogsExports(settings.enabledCloudwatchLogsExports())
        .deletionProtection(settings.deletionProtection())
        .copyTagsToSnapshot(settings.copyTagsToSnapshot())
        .tags(Rds.tags(Restored.tags(creation.tags(), settings.restoredFrom())));
  }
}
