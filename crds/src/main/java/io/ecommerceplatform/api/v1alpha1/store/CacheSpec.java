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
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** One Redis cache. */
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
