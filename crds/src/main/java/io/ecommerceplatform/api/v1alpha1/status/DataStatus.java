package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.StorePlacement;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One store. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DataStatus(
    @JsonPropertyDescription("Name of the store.") @Required @Size(max = 80) String name,
    @JsonPropertyDescription("Kind of the store.") DataKind kind,
    @JsonPropertyDescription("Engine that it was first made with.") @Size(max = 32) String engine,
    @JsonPropertyDescription("Placement that it was first made with.") StorePlacement placement,
    @JsonPropertyDescription("Region that it was first made in.") @Size(max = 20) String region,
    @JsonPropertyDescription("State.") ItemState state,
    @JsonPropertyDescription("Why it is not ready.") @Size(max = 1024) String message,
    @JsonPropertyDescription("Hash of what the resource asked for when its members were applied.")
        @Size(max = 64)
        String inputsHash,
    @JsonPropertyDescription("Hash of what was applied for its members.") @Size(max = 64)
        String appliedHash) {}
