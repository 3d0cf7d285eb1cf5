package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/** One revision of a service. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RevisionStatus(
    @JsonPropertyDescription("Hash of pod template and configuration.") @Size(max = 64) String hash,
    @JsonPropertyDescription("Number of the revision.") @Min(0) Long number,
    @JsonPropertyDescription("Image.") @Size(max = 512) String image,
    @JsonPropertyDescription("Hash of the configuration.") @Size(max = 64) String configHash,
    @JsonPropertyDescription(
            "Hash of what the resource asked for when it was applied; tells a change by the user from one by another release of the operator.")
        @Size(max = 64)
        String inputsHash,
    @JsonPropertyDescription("Hash of the pod template that was applied.") @Size(max = 64)
        String appliedHash) {}
