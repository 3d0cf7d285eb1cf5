package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.aws.kind.AwsKind.Creation;
import io.ecommerceplatform.aws.kind.AwsKind.Obstacle;
import io.ecommerceplatform.aws.kind.RdsInstance.Settings;
import io.ecommerceplatform.model.AwsRestore;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.DbSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceFromDbSnapshotRequest;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceToPointInTimeRequest;

/**
 * Makes a database server from a copy of data. What RDS does not take here, such as the password
 * and the backups, is brought in line by the change that follows.
 */
final class RdsInstanceRestore {
  private final Creation<Settings> creation;
  private final Settings settings;
  private final AwsRestore restore;
  private final Clients clients;
  private final RdsClient rds;

  RdsInstanceRestore(Creation<Settings> creation, Clients clients) {
    this.creation = creation;
    this.clients = clients;
    settings = creation.settings();
    restore = AwsRestore.parsed(settings.restoredFrom());
    rds = Rds.client(clients);
  }

  Optional<Obstacle> obstacle() {
    return RdsOrigin.unsupported(restore).or(() -> isCopy() ? copyObstacle() : snapshotObstacle());
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

  private Optional<Obstacle> snapshotObstacle() {
    Optional<DBSnapshot> found = snapshot();
    return found.isEmpty()
        ? Optional.of(RdsOrigin.absent(restore, clients.region()))
        : found.flatMap(snapshot -> origin(snapshot).obstacle(wanted()));
  }

  private RdsOrigin origin(DBSnapshot snapshot) {
    return new RdsOrigin(
        restore,
        snapshot.status(),
        snapshot.percentProgress(),
        snapshot.engine(),
        snapshot.engineVersion(),
        snapshot.masterUsername(),
        snapshot.encrypted(),
        snapshot.kmsKeyId());
  }

  private Optional<DBSnapshot> snapshot() {
    try {
      List<DBSnapshot> found =
          rds.describeDBSnapshots(r -> r.dbSnapshotIdentifier(RdsOrigin.snapshot(restore)))
              .dbSnapshots();
      return found.stream().findFirst();
    } catch (DbSnapshotNotFoundException e) {
      return Optional.empty();
    }
  }

  private Optional<Obstacle> copyObstacle() {
    Optional<DBInstance> found = source();
    if (found.isEmpty()) {
      return Optional.of(RdsOrigin.absent(restore, clients.region()));
    }
    DBInstance source = found.get();
    if (source.backupRetentionPeriod() == null || source.backupRetentionPeriod() == 0) {
      return Optional.of(
          RdsOrigin.refused(
              restore,
              "%s keeps no backups, so nothing can be copied from it; take a snapshot of it and name that in snapshot"
                  .formatted(restore.value())));
    }
    return new RdsOrigin(
            restore,
            source.dbInstanceStatus(),
            null,
            source.engine(),
            source.engineVersion(),
            source.masterUsername(),
            source.storageEncrypted(),
            source.kmsKeyId())
        .obstacle(wanted());
  }

  private Optional<DBInstance> source() {
    try {
      return rds
          .describeDBInstances(r -> r.dbInstanceIdentifier(restore.value()))
          .dbInstances()
          .stream()
          .findFirst();
    } catch (DbInstanceNotFoundException e) {
      return Optional.empty();
    }
  }

  void create() {
    if (isCopy()) {
      rds.restoreDBInstanceToPointInTime(this::copy);
    } else {
      rds.restoreDBInstanceFromDBSnapshot(this::fromSnapshot);
    }
  }

  /** More storage than in the snapshot is asked for at once, as RDS grows it once in six hours. */
  private void fromSnapshot(RestoreDbInstanceFromDbSnapshotRequest.Builder request) {
    int least = snapshot().map(DBSnapshot::allocatedStorage).orElse(0);
    request
        .dbInstanceIdentifier(creation.awsName())
        .dbSnapshotIdentifier(RdsOrigin.snapshot(restore))
        .dbInstanceClass(settings.dbInstanceClass())
        .port(settings.port())
        .allocatedStorage(Math.max(least, settings.allocatedStorage()))
        .storageType(settings.storageType())
        .multiAZ(settings.multiAZ())
        .dbSubnetGroupName(settings.dbSubnetGroupName())
        .vpcSecurityGroupIds(settings.vpcSecurityGroupIds().split(","))
        .dbParameterGroupName(settings.dbParameterGroupName())
        .enableCloudwatchLogsExports(settings.enabledCloudwatchLogsExports())
        .deletionProtection(settings.deletionProtection())
        .copyTagsToSnapshot(settings.copyTagsToSnapshot())
        .publiclyAccessible(settings.publiclyAccessible())
        .tags(Rds.tags(Restored.tags(creation.tags(), settings.restoredFrom())));
  }

  private void copy(RestoreDbInstanceToPointInTimeRequest.Builder request) {
    int least = source().map(DBInstance::allocatedStorage).orElse(0);
    request
        .targetDBInstanceIdentifier(creation.awsName())
        .sourceDBInstanceIdentifier(restore.value())
        .useLatestRestorableTime(true)
        .dbInstanceClass(settings.dbInstanceClass())
        .port(settings.port())
        .allocatedStorage(Math.max(least, settings.allocatedStorage()))
        .storageType(settings.storageType())
        .multiAZ(settings.multiAZ())
        .dbSubnetGroupName(settings.dbSubnetGroupName())
        .vpcSecurityGroupIds(settings.vpcSecurityGroupIds().split(","))
        .dbParameterGroupName(settings.dbParameterGroupName())
        .enableCloudwatchLogsExports(settings.enabledCloudwatchLogsExports())
        .deletionProtection(settings.deletionProtection())
        .copyTagsToSnapshot(settings.copyTagsToSnapshot())
        .publiclyAccessible(settings.publiclyAccessible())
        .tags(Rds.tags(Restored.tags(creation.tags(), settings.restoredFrom())));
  }
}
