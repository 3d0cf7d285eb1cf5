package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.ecommerceplatform.api.v1alpha1.common.RestoreSpec;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** One DynamoDB table. */
@ValidationRule(
    value =
        "has(self.awsName) == has(oldSelf.awsName) && (!has(self.awsName) || self.awsName == "
            + "oldSelf.awsName)",
    message =
        "awsName is immutable: the item in AWS would be replaced. Add a second item under "
            + "another name, move the data, then remove this one",
    fieldPath = ".awsName")
@ValidationRule(
    value = "self.partitionKey == oldSelf.partitionKey",
    message = "partitionKey is immutable: list a second table",
    fieldPath = ".partitionKey")
@ValidationRule(
    value =
        "has(self.sortKey) == has(oldSelf.sortKey) && (!has(self.sortKey) || self.sortKey == "
            + "oldSelf.sortKey)",
    message = "sortKey is immutable: list a second table",
    fieldPath = ".sortKey")
@ValidationRule(
    value = "!has(self.sortKey) || self.sortKey.name != self.partitionKey.name",
    messageExpression =
        "'tables[%s].sortKey: %s is the partition key already'.format([self.name, "
            + "self.sortKey.name])")
@ValidationRule(
    value =
        "!has(self.ttlAttribute) || (self.ttlAttribute != self.partitionKey.name && "
            + "(!has(self.sortKey) || self.ttlAttribute != self.sortKey.name))",
    messageExpression =
        "'tables[%s].ttlAttribute: %s is a key and cannot hold the expiry "
            + "time'.format([self.name, self.ttlAttribute])")
@ValidationRule(
    value =
        "!has(self.capacity) || !has(self.capacity.min) || !has(self.capacity.max) || "
            + "self.capacity.min <= self.capacity.max",
    messageExpression =
        "'tables[%s].capacity: min %s is above max %s'.format([self.name, self.capacity.min, "
            + "self.capacity.max])")
@ValidationRule(
    value = "!has(self.replicate) || !self.replicate || !has(self.streams) || self.streams",
    messageExpression = "'tables[%s].streams: replicate needs the stream'.format([self.name])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TableSpec(
    @JsonPropertyDescription("Name of the table.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("Name in AWS. Absent: derived. Immutable.")
        @Size(min = 3, max = 255)
        @Pattern(Patterns.TABLE_NAME)
        String awsName,
    @JsonPropertyDescription("Partition key. Immutable.") @Required KeyAttribute partitionKey,
    @JsonPropertyDescription("Sort key. Immutable.") KeyAttribute sortKey,
    @JsonPropertyDescription("Attribute with the expiry time in seconds.")
        @Size(min = 1, max = 255)
        @Pattern(Patterns.ATTRIBUTE)
        String ttlAttribute,
    @JsonPropertyDescription("On demand, or provisioned between two bounds. Absent: on demand.")
        TableCapacity capacity,
    @JsonPropertyDescription("Restore to any second of the last 35 days.")
        Boolean pointInTimeRecovery,
    @JsonPropertyDescription("Stream of changes.") Boolean streams,
    @JsonPropertyDescription(
            "Replica in the standby region (global table). Absent: what is there stays.")
        Boolean replicate,
    @JsonPropertyDescription("Deletion waits for confirm-destroy.") Boolean deletionProtection,
    @JsonPropertyDescription("What happens to the data when the table leaves the resource.")
        DeletionPolicy deletionPolicy,
    @JsonPropertyDescription("Create the table from a backup. Create-only.")
        RestoreSpec restoreFrom) {}
