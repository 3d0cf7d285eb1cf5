package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.ApplyChanges;
import io.ecommerceplatform.api.v1alpha1.common.AwsNames;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.common.ImageSpec;
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
import java.util.Map;

/** One Redis cache. */
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
    value =
        "!has(self.atRestEncryption) || !has(oldSelf.atRestEncryption) || "
            + "self.atRestEncryption == oldSelf.atRestEncryption",
    message = "atRestEncryption is immutable: restore a snapshot into a second cache",
    fieldPath = ".atRestEncryption")
@ValidationRule(
    value =
        "!has(self.clusterMode) || !has(oldSelf.clusterMode) || self.clusterMode == "
            + "oldSelf.clusterMode",
    message = "clusterMode is immutable: list a second cache",
    fieldPath = ".clusterMode")
@ValidationRule(
    value = "!has(self.awsName) || !has(self.placement) || self.placement == 'Managed'",
    messageExpression =
        "'caches[%s].awsName: only a Managed store has it: remove it or set placement to "
            + "Managed'.format([self.name])")
@ValidationRule(
    value = "!has(self.nodeType) || !has(self.placement) || self.placement == 'Managed'",
    messageExpression =
        "'caches[%s].nodeType: only a Managed store has it: remove it or set placement to "
            + "Managed'.format([self.name])")
@ValidationRule(
    value = "!has(self.parameterGroup) || !has(self.placement) || self.placement == 'Managed'",
    messageExpression =
        "'caches[%s].parameterGroup: only a Managed store has it: remove it or set placement "
            + "to Managed'.format([self.name])")
@ValidationRule(
    value = "!has(self.subnets) || !has(self.placement) || self.placement == 'Managed'",
    messageExpression =
        "'caches[%s].subnets: only a Managed store has it: remove it or set placement to "
            + "Managed'.format([self.name])")
@ValidationRule(
    value = "!has(self.image) || !has(self.placement) || self.placement == 'InCluster'",
    messageExpression =
        "'caches[%s].image: only an InCluster store has it: remove it or set placement to "
            + "InCluster'.format([self.name])")
@ValidationRule(
    value = "!has(self.storage) || !has(self.placement) || self.placement == 'InCluster'",
    messageExpression =
        "'caches[%s].storage: only an InCluster store has it: remove it or set placement to "
            + "InCluster'.format([self.name])")
@ValidationRule(
    value = "!has(self.storageClassName) || !has(self.placement) || self.placement == 'InCluster'",
    messageExpression =
        "'caches[%s].storageClassName: only an InCluster store has it: remove it or set "
            + "placement to InCluster'.format([self.name])")
@ValidationRule(
    value = "!has(self.resources) || !has(self.placement) || self.placement == 'InCluster'",
    messageExpression =
        "'caches[%s].resources: only an InCluster store has it: remove it or set placement "
            + "to InCluster'.format([self.name])")
@ValidationRule(
    value = "!has(self.nodePlacement) || !has(self.placement) || self.placement == 'InCluster'",
    messageExpression =
        "'caches[%s].nodePlacement: only an InCluster store has it: remove it or set "
            + "placement to InCluster'.format([self.name])")
@ValidationRule(
    value =
        "!has(self.finalSnapshotName) || !has(self.deletionPolicy) || self.deletionPolicy == "
            + "'Snapshot'",
    messageExpression =
        "'caches[%s].finalSnapshotName: only deletionPolicy Snapshot takes a last "
            + "snapshot'.format([self.name])")
@ValidationRule(
    value = "!has(self.shards) || self.shards == 1 || (has(self.clusterMode) && self.clusterMode)",
    messageExpression =
        "'caches[%s].shards: %s shards need clusterMode: true'.format([self.name, "
            + "self.shards])")
@ValidationRule(
    value = "!has(self.multiAz) || !self.multiAz || !has(self.replicas) || self.replicas > 0",
    messageExpression = "'caches[%s].multiAz: needs at least one replica'.format([self.name])")
@ValidationRule(
    value =
        "!has(self.multiAz) || !self.multiAz || !has(self.automaticFailover) || "
            + "self.automaticFailover",
    messageExpression =
        "'caches[%s].automaticFailover: multiAz needs automaticFailover'.format([self.name])")
@ValidationRule(
    value =
        "!has(self.automaticFailover) || !self.automaticFailover || !has(self.replicas) || "
            + "self.replicas > 0 || (has(self.clusterMode) && self.clusterMode)",
    messageExpression =
        "'caches[%s].automaticFailover: needs at least one replica'.format([self.name])")
@ValidationRule(
    value =
        "!has(self.clusterMode) || !self.clusterMode || !has(self.automaticFailover) || "
            + "self.automaticFailover",
    messageExpression =
        "'caches[%s].automaticFailover: clusterMode needs "
            + "automaticFailover'.format([self.name])")
@ValidationRule(
    value = "!has(self.parameterGroup) || !has(self.parameters)",
    messageExpression =
        "'caches[%s].parameters: parameterGroup names an existing group, so parameters have "
            + "no place: use one of the two'.format([self.name])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CacheSpec(
    @JsonPropertyDescription("Name of the cache.")
        @Required
        @Size(min = 1, max = 52)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("InCluster: a StatefulSet; Managed: ElastiCache. Immutable.")
        StorePlacement placement,
    @JsonPropertyDescription("Replication group id. Absent: derived. Immutable.")
        @Size(min = 1, max = 40)
        @Pattern(Patterns.DB_NAME)
        String awsName,
    @JsonPropertyDescription("Names of the AWS items beside the cache.") AwsNames awsNames,
    @JsonPropertyDescription("Redis version; compared by prefix.")
        @Size(min = 1, max = 32)
        @Pattern(Patterns.ENGINE_VERSION)
        String version,
    @JsonPropertyDescription("Image of an in-cluster cache.") ImageSpec image,
    @JsonPropertyDescription("Node type, such as cache.t3.micro.")
        @Size(min = 4, max = 40)
        @Pattern(Patterns.CACHE_CLASS)
        String nodeType,
    @JsonPropertyDescription("Cluster mode. Immutable.") Boolean clusterMode,
    @JsonPropertyDescription("Shards.") @Min(1) @Max(90) Integer shards,
    @JsonPropertyDescription("Replicas of each shard.") @Min(0) @Max(5) Integer replicas,
    @JsonPropertyDescription("Nodes in several availability zones.") Boolean multiAz,
    @JsonPropertyDescription("A replica takes over by itself.") Boolean automaticFailover,
    @JsonPropertyDescription("TLS to the cache.") Boolean transitEncryption,
    @JsonPropertyDescription("Encrypt snapshots and disks. Immutable once set.")
        Boolean atRestEncryption,
    @JsonPropertyDescription("Port. Absent: 6379.") @Min(1024) @Max(65535) Integer port,
    @JsonPropertyDescription("Existing parameter group, such as default.redis7.")
        @Size(min = 1, max = 255)
        @Pattern(Patterns.AWS_NAME)
        String parameterGroup,
    @JsonPropertyDescription("Engine parameters, as an own parameter group or as server flags.")
        @Size(max = 50)
        Map<String, @Size(max = 1024) String> parameters,
    @JsonPropertyDescription("Private or Database subnets.") CacheSubnets subnets,
    @JsonPropertyDescription("Days that automatic snapshots are kept; 0 is none.") @Min(0) @Max(35)
        Integer snapshotRetentionDays,
    @JsonPropertyDescription("Daily window in UTC, such as 03:00-05:00.")
        @Size(min = 11, max = 11)
        @Pattern(Patterns.DAY_WINDOW)
        String snapshotWindow,
    @JsonPropertyDescription("Weekly window in UTC.")
        @Size(min = 19, max = 19)
        @Pattern(Patterns.WEEK_WINDOW)
        String maintenanceWindow,
    @JsonPropertyDescription("Immediately or in the MaintenanceWindow.") ApplyChanges applyChanges,
    @JsonPropertyDescription("What happens to the data when the cache leaves the resource.")
        DeletionPolicy deletionPolicy,
    @JsonPropertyDescription("Name of the last snapshot. Absent: derived.")
        @Size(min = 1, max = 255)
        @Pattern(Patterns.SNAPSHOT_NAME)
        String finalSnapshotName,
    @JsonPropertyDescription("Create the cache from a snapshot. Create-only.")
        RestoreSpec restoreFrom,
    @JsonPropertyDescription("Size of the volume of an in-cluster cache.") Quantity storage,
    @JsonPropertyDescription("StorageClass of an in-cluster cache. Absent: the default class.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.SUBDOMAIN)
        String storageClassName,
    @JsonPropertyDescription("CPU and memory of an in-cluster cache.") ResourcesSpec resources,
    @JsonPropertyDescription("Nodes of an in-cluster cache.") PlacementSpec nodePlacement) {
  public CacheSpec {
    parameters = Copies.map(parameters);
  }
}
