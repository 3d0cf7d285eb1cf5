package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.ApplyChanges;
import io.ecommerceplatform.api.v1alpha1.common.AwsNames;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.common.ImageSpec;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.ecommerceplatform.api.v1alpha1.common.ListSet;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.ecommerceplatform.api.v1alpha1.common.PlacementSpec;
import io.ecommerceplatform.api.v1alpha1.common.ResourcesSpec;
import io.ecommerceplatform.api.v1alpha1.common.RestoreSpec;
import io.ecommerceplatform.api.v1alpha1.common.StorePlacement;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;

/** One database server. */
@ValidationRule(
    value =
        "has(self.awsName) == has(oldSelf.awsName) && (!has(self.awsName) || self.awsName == "
            + "oldSelf.awsName)",
    message =
        "awsName is immutable: the item in AWS would be replaced. Add a second item under "
            + "another name, move the data, then remove this one",
    fieldPath = ".awsName")
@ValidationRule(
    value =
        "!has(self.placement) || !has(oldSelf.placement) || self.placement == "
            + "oldSelf.placement",
    message =
        "placement is immutable: list a second one under another name, move the data, then "
            + "remove this one",
    fieldPath = ".placement")
@ValidationRule(
    value = "self.engine == oldSelf.engine",
    messageExpression =
        "'engine is immutable: %s cannot become %s. List a second database, move the data, "
            + "then remove this one'.format([oldSelf.engine, self.engine])",
    fieldPath = ".engine")
@ValidationRule(
    value =
        "!has(self.storageEncrypted) || !has(oldSelf.storageEncrypted) || "
            + "self.storageEncrypted == oldSelf.storageEncrypted",
    message = "storageEncrypted is immutable: restore a snapshot into a second database",
    fieldPath = ".storageEncrypted")
@ValidationRule(
    value = "!has(self.awsName) || !has(self.placement) || self.placement == 'Managed'",
    messageExpression =
        "'databases[%s].awsName: only a Managed store has it: remove it or set placement to "
            + "Managed'.format([self.name])")
@ValidationRule(
    value = "!has(self.instanceClass) || !has(self.placement) || self.placement == 'Managed'",
    messageExpression =
        "'databases[%s].instanceClass: only a Managed store has it: remove it or set "
            + "placement to Managed'.format([self.name])")
@ValidationRule(
    value =
        "!has(self.performanceInsights) || !has(self.placement) || self.placement == "
            + "'Managed'",
    messageExpression =
        "'databases[%s].performanceInsights: only a Managed store has it: remove it or set "
            + "placement to Managed'.format([self.name])")
@ValidationRule(
    value =
        "!has(self.maxAllocatedStorage) || !has(self.placement) || self.placement == "
            + "'Managed'",
    messageExpression =
        "'databases[%s].maxAllocatedStorage: only a Managed store has it: remove it or set "
            + "placement to Managed'.format([self.name])")
@ValidationRule(
    value = "!has(self.replicaScaling) || !has(self.placement) || self.placement == 'Managed'",
    messageExpression =
        "'databases[%s].replicaScaling: only a Managed store has it: remove it or set "
            + "placement to Managed'.format([self.name])")
@ValidationRule(
    value = "!has(self.storageType) || !has(self.placement) || self.placement == 'Managed'",
    messageExpression =
        "'databases[%s].storageType: only a Managed store has it: remove it or set placement "
            + "to Managed'.format([self.name])")
@ValidationRule(
    value = "!has(self.image) || !has(self.placement) || self.placement == 'InCluster'",
    messageExpression =
        "'databases[%s].image: only an InCluster store has it: remove it or set placement to "
            + "InCluster'.format([self.name])")
@ValidationRule(
    value = "!has(self.storageClassName) || !has(self.placement) || self.placement == 'InCluster'",
    messageExpression =
        "'databases[%s].storageClassName: only an InCluster store has it: remove it or set "
            + "placement to InCluster'.format([self.name])")
@ValidationRule(
    value = "!has(self.resources) || !has(self.placement) || self.placement == 'InCluster'",
    messageExpression =
        "'databases[%s].resources: only an InCluster store has it: remove it or set "
            + "placement to InCluster'.format([self.name])")
@ValidationRule(
    value = "!has(self.nodePlacement) || !has(self.placement) || self.placement == 'InCluster'",
    messageExpression =
        "'databases[%s].nodePlacement: only an InCluster store has it: remove it or set "
            + "placement to InCluster'.format([self.name])")
@ValidationRule(
    value =
        "!self.engine.startsWith('Aurora') || !has(self.placement) || self.placement == "
            + "'Managed'",
    messageExpression =
        "'databases[%s].placement: %s runs in AWS only: use Managed, or the engine without "
            + "Aurora'.format([self.name, self.engine])")
@ValidationRule(
    value = "!has(self.maxAllocatedStorage) || self.engine in ['PostgreSQL', 'MySQL']",
    messageExpression =
        "'databases[%s].maxAllocatedStorage: storage of %s grows by itself in AWS: remove "
            + "it'.format([self.name, self.engine])")
@ValidationRule(
    value = "!has(self.storageType) || self.engine in ['PostgreSQL', 'MySQL']",
    messageExpression =
        "'databases[%s].storageType: %s has no choice of storage: remove "
            + "it'.format([self.name, self.engine])")
@ValidationRule(
    value =
        "!has(self.placement) || self.placement != 'Managed' || !has(self.allocatedStorage) ||"
            + " !(self.engine in ['PostgreSQL', 'MySQL']) ||"
            + " quantity(string(self.allocatedStorage)).compareTo(quantity('20Gi')) >= 0",
    messageExpression =
        "'databases[%s].allocatedStorage: RDS has 20Gi at least, not %s'.format([self.name, "
            + "self.allocatedStorage])")
@ValidationRule(
    value =
        "!has(self.allocatedStorage) || !has(self.maxAllocatedStorage) ||"
            + " quantity(string(self.allocatedStorage)).compareTo(quantity(string(self.maxAllocatedStorage)))"
            + " <= 0",
    messageExpression =
        "'databases[%s].allocatedStorage: %s is above maxAllocatedStorage "
            + "%s'.format([self.name, self.allocatedStorage, self.maxAllocatedStorage])")
@ValidationRule(
    value =
        "!has(self.placement) || self.placement != 'Managed' ||"
            + " !has(self.allocatedStorage) || !has(oldSelf.allocatedStorage) ||"
            + " quantity(string(self.allocatedStorage)).compareTo(quantity(string(oldSelf.allocatedStorage)))"
            + " >= 0",
    messageExpression =
        "'databases[%s].allocatedStorage: storage cannot shrink from %s to "
            + "%s'.format([self.name, oldSelf.allocatedStorage, self.allocatedStorage])")
@ValidationRule(
    value =
        "!has(self.masterUsername) || !(self.masterUsername in (self.engine == 'MongoDB' ? "
            + "['admin', 'root', 'rdsadmin', 'serviceadmin'] : self.engine.endsWith('PostgreSQL') "
            + "? ['admin', 'rdsadmin', 'rds_superuser', 'pg_monitor'] : ['rdsadmin', "
            + "'rdsrepladmin']))",
    messageExpression =
        "'databases[%s].masterUsername: %s is reserved by %s: choose another "
            + "name'.format([self.name, self.masterUsername, self.engine])")
@ValidationRule(
    value =
        "!has(self.logExports) || self.logExports.all(l, l in (self.engine == 'MongoDB' ? "
            + "['audit', 'profiler'] : self.engine.endsWith('PostgreSQL') ? ['postgresql', "
            + "'upgrade', 'instance'] : ['audit', 'error', 'general', 'slowquery', 'instance']))",
    messageExpression =
        "'databases[%s].logExports: %s can export %s only'.format([self.name, self.engine, "
            + "(self.engine == 'MongoDB' ? 'audit, profiler' : self.engine.endsWith('PostgreSQL') "
            + "? 'postgresql, upgrade, instance' : 'audit, error, general, slowquery, instance')])")
@ValidationRule(
    value =
        "!has(self.instances) || self.engine in ['MongoDB', 'AuroraPostgreSQL', "
            + "'AuroraMySQL']",
    messageExpression =
        "'databases[%s].instances: %s is one server: use multiAz and "
            + "replicas'.format([self.name, self.engine])")
@ValidationRule(
    value = "!has(self.replicaScaling) || self.engine != 'MongoDB'",
    messageExpression =
        "'databases[%s].replicaScaling: MongoDB members do not scale by load: set "
            + "instances'.format([self.name])")
@ValidationRule(
    value = "!has(self.replicaScaling) || self.replicaScaling.min <= self.replicaScaling.max",
    messageExpression =
        "'databases[%s].replicaScaling: min %s is above max %s'.format([self.name, "
            + "self.replicaScaling.min, self.replicaScaling.max])")
@ValidationRule(
    value =
        "!has(self.replicas) || self.replicas.size() == 0 || !has(self.backupRetentionDays) "
            + "|| self.backupRetentionDays > 0",
    messageExpression =
        "'databases[%s].backupRetentionDays: read replicas need backups: keep them for at "
            + "least 1 day'.format([self.name])")
@ValidationRule(
    value =
        "!has(self.finalSnapshotName) || !has(self.deletionPolicy) || self.deletionPolicy == "
            + "'Snapshot'",
    messageExpression =
        "'databases[%s].finalSnapshotName: only deletionPolicy Snapshot takes a last "
            + "snapshot'.format([self.name])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DatabaseSpec(
    @JsonPropertyDescription("Name of the server.")
        @Required
        @Size(min = 1, max = 52)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription(
            "PostgreSQL, MySQL, AuroraPostgreSQL, AuroraMySQL or MongoDB. Immutable.")
        @Required
        Engine engine,
    @JsonPropertyDescription(
            "InCluster: a StatefulSet; Managed: RDS, Aurora or DocumentDB. Immutable.")
        StorePlacement placement,
    @JsonPropertyDescription("Identifier in AWS. Absent: derived. Immutable.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.DB_NAME)
        String awsName,
    @JsonPropertyDescription("Names of the AWS items beside the server.") AwsNames awsNames,
    @JsonPropertyDescription("Engine version; compared by prefix.")
        @Size(min = 1, max = 32)
        @Pattern(Patterns.ENGINE_VERSION)
        String version,
    @JsonPropertyDescription("Image of an in-cluster server.") ImageSpec image,
    @JsonPropertyDescription("Instance class, such as db.t3.medium.")
        @Size(min = 4, max = 40)
        @Pattern(Patterns.DB_CLASS)
        String instanceClass,
    @JsonPropertyDescription(
            "Members of a cluster: DocumentDB and Aurora instances, in-cluster MongoDB "
                + "members.")
        @Min(1)
        @Max(16)
        Integer instances,
    @JsonPropertyDescription("Name of the first database.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.DATABASE_NAME)
        String databaseName,
    @JsonPropertyDescription("Master user. It reaches no pod.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.USERNAME)
        String masterUsername,
    @JsonPropertyDescription("Port. Absent: the engine's own.") @Min(1024) @Max(65535) Integer port,
    @JsonPropertyDescription("Size of the storage, such as 100Gi.") Quantity allocatedStorage,
    @JsonPropertyDescription("Size up to which the storage of an RDS instance grows by itself.")
        Quantity maxAllocatedStorage,
    @JsonPropertyDescription("gp2 or gp3, of an RDS instance.")
        @Size(min = 3, max = 3)
        @Pattern(Patterns.STORAGE_TYPE)
        String storageType,
    @JsonPropertyDescription("StorageClass of an in-cluster server. Absent: the default class.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.SUBDOMAIN)
        String storageClassName,
    @JsonPropertyDescription("Encrypt storage. Immutable once set.") Boolean storageEncrypted,
    @JsonPropertyDescription("A standby in another availability zone.") Boolean multiAz,
    @JsonPropertyDescription("Read replicas by name; <NAME>_READER_URL leads to the first.")
        @Size(max = 15)
        @ListMap("name")
        List<ReadReplica> replicas,
    @JsonPropertyDescription("Read replicas that come and go with load.")
        ReplicaScaling replicaScaling,
    @JsonPropertyDescription("Days that automated backups are kept; 0 is none.") @Min(0) @Max(35)
        Integer backupRetentionDays,
    @JsonPropertyDescription("Daily window in UTC, such as 03:00-04:00.")
        @Size(min = 11, max = 11)
        @Pattern(Patterns.DAY_WINDOW)
        String backupWindow,
    @JsonPropertyDescription("Weekly window in UTC, such as mon:04:00-mon:05:00.")
        @Size(min = 19, max = 19)
        @Pattern(Patterns.WEEK_WINDOW)
        String maintenanceWindow,
    @JsonPropertyDescription("Immediately or in the MaintenanceWindow.") ApplyChanges applyChanges,
    @JsonPropertyDescription("Performance Insights.") Boolean performanceInsights,
    @JsonPropertyDescription(
            "Logs sent to CloudWatch, such as postgresql, error, general, slowquery, "
                + "audit, profiler.")
        @Size(max = 6)
        @ListSet
        List<@Size(min = 1, max = 32) @Pattern(Patterns.LOG_EXPORT) String> logExports,
    @JsonPropertyDescription("Engine parameters, as a parameter group or as server flags.")
        @Size(max = 100)
        Map<String, @Size(max = 1024) String> parameters,
    @JsonPropertyDescription("Deletion waits for confirm-destroy.") Boolean deletionProtection,
    @JsonPropertyDescription("What happens to the data when the server leaves the resource.")
        DeletionPolicy deletionPolicy,
    @JsonPropertyDescription("Name of the last snapshot. Absent: derived.")
        @Size(min = 1, max = 255)
        @Pattern(Patterns.SNAPSHOT_NAME)
        String finalSnapshotName,
    @JsonPropertyDescription("Create the server from a copy. Create-only.") RestoreSpec restoreFrom,
    @JsonPropertyDescription("CPU and memory of an in-cluster server.") ResourcesSpec resources,
    @JsonPropertyDescription("Nodes of an in-cluster server.") PlacementSpec nodePlacement) {
  public DatabaseSpec {
    replicas = Copies.list(replicas);
    logExports = Copies.list(logExports);
    parameters = Copies.map(parameters);
  }
}
