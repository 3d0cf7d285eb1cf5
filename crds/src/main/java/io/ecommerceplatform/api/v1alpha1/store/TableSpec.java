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

/** One DynamoDB table. */
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
    @JsonPropertyDescription("Replica in the standby region (global table).") Boolean replicate,
    @JsonPropertyDescription("Deletion waits for confirm-destroy.") Boolean deletionProtection,
    @JsonPropertyDescription("What happens to the data when the table leaves the resource.")
        DeletionPolicy deletionPolicy,
    @JsonPropertyDescription("Create the table from a backup. Create-only.")
        RestoreSpec restoreFrom) {}
