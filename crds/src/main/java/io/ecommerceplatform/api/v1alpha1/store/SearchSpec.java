package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.AwsNames;
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
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;

/** The OpenSearch cluster. */
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
    message = "placement is immutable: remove search, re-index after adding it again",
    fieldPath = ".placement")
@ValidationRule(
    value = "!has(self.awsName) || !has(self.placement) || self.placement == 'Managed'",
    message = "search.awsName: only a Managed store has it: remove it or set placement to Managed")
@ValidationRule(
    value = "!has(self.instanceType) || !has(self.placement) || self.placement == 'Managed'",
    message =
        "search.instanceType: only a Managed store has it: remove it or set placement to "
            + "Managed")
@ValidationRule(
    value = "!has(self.image) || !has(self.placement) || self.placement == 'InCluster'",
    message =
        "search.image: only an InCluster store has it: remove it or set placement to "
            + "InCluster")
@ValidationRule(
    value = "!has(self.storageClassName) || !has(self.placement) || self.placement == 'InCluster'",
    message =
        "search.storageClassName: only an InCluster store has it: remove it or set placement "
            + "to InCluster")
@ValidationRule(
    value = "!has(self.resources) || !has(self.placement) || self.placement == 'InCluster'",
    message =
        "search.resources: only an InCluster store has it: remove it or set placement to "
            + "InCluster")
@ValidationRule(
    value = "!has(self.nodePlacement) || !has(self.placement) || self.placement == 'InCluster'",
    message =
        "search.nodePlacement: only an InCluster store has it: remove it or set placement to "
            + "InCluster")
@ValidationRule(
    value = "!has(self.multiAz) || !self.multiAz || !has(self.nodes) || self.nodes > 1",
    message = "search.multiAz: needs at least 2 nodes")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SearchSpec(
    @JsonPropertyDescription("InCluster: a StatefulSet; Managed: an OpenSearch domain. Immutable.")
        StorePlacement placement,
    @JsonPropertyDescription("Domain name in AWS. Absent: derived. Immutable.")
        @Size(min = 3, max = 28)
        @Pattern(Patterns.DB_NAME)
        String awsName,
    @JsonPropertyDescription("Names of the AWS items beside the domain.") AwsNames awsNames,
    @JsonPropertyDescription("OpenSearch version; compared by prefix.")
        @Size(min = 1, max = 32)
        @Pattern(Patterns.ENGINE_VERSION)
        String version,
    @JsonPropertyDescription("Image of an in-cluster node.") ImageSpec image,
    @JsonPropertyDescription("Instance type, such as t3.medium.search.")
        @Size(min = 4, max = 40)
        @Pattern(Patterns.SEARCH_CLASS)
        String instanceType,
    @JsonPropertyDescription("Data nodes.") @Min(1) @Max(80) Integer nodes,
    @JsonPropertyDescription("Nodes in several availability zones.") Boolean multiAz,
    @JsonPropertyDescription("Storage of one node.") Quantity storage,
    @JsonPropertyDescription("StorageClass of in-cluster nodes. Absent: the default class.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.SUBDOMAIN)
        String storageClassName,
    @JsonPropertyDescription("Bucket of manual snapshots.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL)
        String snapshotBucket,
    @JsonPropertyDescription("What happens to the data when search leaves the resource.")
        DeletionPolicy deletionPolicy,
    @JsonPropertyDescription("Create the cluster from a snapshot. Create-only.")
        RestoreSpec restoreFrom,
    @JsonPropertyDescription("CPU and memory of an in-cluster node.") ResourcesSpec resources,
    @JsonPropertyDescription("Nodes of the cluster for in-cluster search.")
        PlacementSpec nodePlacement) {}
