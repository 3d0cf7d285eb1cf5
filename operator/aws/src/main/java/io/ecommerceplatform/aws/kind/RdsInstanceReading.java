package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.kind.RdsInstance.Settings;
import io.ecommerceplatform.resource.ItemHealth;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBInstanceStatusInfo;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** What AWS shows of one database server; a change that waits for its window counts as made. */
record RdsInstanceReading(
    DBInstance instance, PendingModifiedValues pending, Map<String, String> tags) {
  /** Its name, as an output that there is as soon as replicas can be made of it. */
  static final String SOURCE = "source";

  private static final PendingModifiedValues NOTHING = PendingModifiedValues.builder().build();

  RdsInstanceReading(DBInstance instance) {
    this(
        instance,
        instance.pendingModifiedValues() == null ? NOTHING : instance.pendingModifiedValues(),
        Rds.map(instance.tagList()));
  }

  Found<Settings> found() {
    return Found.of(
        instance.dbInstanceIdentifier(),
        instance.dbInstanceArn(),
        settings(),
        tags,
        health(),
        outputs());
  }

  private Settings settings() {
    return new Settings(
        instance.engine(),
        next(pending.engineVersion(), instance.engineVersion()),
        next(pending.dbInstanceClass(), instance.dbInstanceClass()),
        instance.readReplicaSourceDBInstanceIdentifier(),
        instance.dbName(),
        instance.masterUsername(),
        null,
        tags.get(Restored.PASSWORD_TAG),
        tags.get(Restored.TAG),
        next(pending.port(), instance.endpoint() == null ? null : instance.endpoint().port()),
        next(pending.allocatedStorage(), instance.allocatedStorage()),
        instance.maxAllocatedStorage(),
        next(pending.storageType(), instance.storageType()),
        next(pending.multiAZ(), instance.multiAZ()),
        instance.dbSubnetGroup() == null ? null : instance.dbSubnetGroup().dbSubnetGroupName(),
        instance.vpcSecurityGroups().stream()
            .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
            .sorted()
            .collect(Collectors.joining(",")),
        instance.dbParameterGroups().stream()
            .map(DBParameterGroupStatus::dbParameterGroupName)
            .findFirst()
            .orElse(null),
        instance.storageEncrypted(),
        instance.kmsKeyId(),
        next(pending.backupRetentionPeriod(), instance.backupRetentionPeriod()),
        instance.preferredBackupWindow(),
        instance.preferredMaintenanceWindow(),
        Boolean.TRUE.equals(instance.performanceInsightsEnabled()),
        instance.enabledCloudwatchLogsExports(),
        instance.deletionProtection(),
        instance.copyTagsToSnapshot(),
        instance.publiclyAccessible(),
        null);
  }

  private static <T> T next(T pending, T now) {
    return pending == null ? now : pending;
  }

  /** A replica that no longer follows its source serves what is out of date. */
  private ItemHealth health() {
    ItemHealth health =
        Rds.health(
            instance.dbInstanceStatus(),
            !pending.equals(NOTHING),
            instance.preferredMaintenanceWindow());
    return instance.statusInfos().stream()
        .filter(info -> health instanceof ItemHealth.Ready && Boolean.FALSE.equals(info.normal()))
        .findFirst()
        .<ItemHealth>map(info -> new ItemHealth.Failed(text(info)))
        .orElse(health);
  }

  private static String text(DBInstanceStatusInfo info) {
    String message = info.message() == null ? "" : ": " + info.message();
    return "RDS says of its %s that it is %s%s"
        .formatted(info.statusType(), info.status(), message);
  }

  private Map<String, String> outputs() {
    Map<String, String> outputs = new HashMap<>();
    outputs.put("arn", instance.dbInstanceArn());
    outputs.put("name", instance.dbInstanceIdentifier());
    outputs.put(FinalSnapshot.RESOURCE_ID, instance.dbiResourceId());
    boolean isMade = !instance.dbInstanceStatus().equals("creating") && Restored.isOpen(tags);
    if (isMade && instance.endpoint() != null && instance.endpoint().address() != null) {
      outputs.put("endpoint", instance.endpoint().address());
      outputs.put("port", String.valueOf(instance.endpoint().port()));
      outputs.put(SOURCE, instance.dbInstanceIdentifier());
    }
    return outputs;
  }
}
