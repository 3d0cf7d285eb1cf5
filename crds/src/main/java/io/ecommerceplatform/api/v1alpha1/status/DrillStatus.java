package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/** One rehearsal. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DrillStatus(
    @JsonPropertyDescription("D0 to D3.") DrillLevel level,
    @JsonPropertyDescription("When.") @Size(max = 40) String at,
    @JsonPropertyDescription("How it ended.") OperationResult result,
    @JsonPropertyDescription("Recovery time in seconds.") @Min(0) Long rto) {}
