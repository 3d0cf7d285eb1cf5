package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One AWS item that is not Ready. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AwsItemStatus(
    @JsonPropertyDescription("type/name, the key of the item.") @Required @Size(max = 300)
        String id,
    @JsonPropertyDescription("Type, such as rds.Instance.") @Size(max = 64) String type,
    @JsonPropertyDescription("Name in the resource.") @Size(max = 300) String name,
    @JsonPropertyDescription("ARN.") @Size(max = 2048) String arn,
    @JsonPropertyDescription("State.") ItemState state,
    @JsonPropertyDescription("Reason, one of a closed list.") @Size(max = 64) String reason,
    @JsonPropertyDescription("What is wrong and what to do.") @Size(max = 1024) String message,
    @JsonPropertyDescription("Start of this state.") @Size(max = 40) String since) {}
