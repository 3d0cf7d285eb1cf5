package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/** Parts of the recovery time in seconds. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecoveryTimes(
    @JsonPropertyDescription("Until it was detected.") @Min(0) Long detect,
    @JsonPropertyDescription("Until it was approved.") @Min(0) Long decide,
    @JsonPropertyDescription("Until traffic moved.") @Min(0) Long execute,
    @JsonPropertyDescription("Until the new side was stable.") @Min(0) Long stabilise,
    @JsonPropertyDescription("All of it, from the start of the incident.") @Min(0) Long total) {}
