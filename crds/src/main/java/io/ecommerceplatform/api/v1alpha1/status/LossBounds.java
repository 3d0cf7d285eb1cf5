package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/** Bounds of the measured loss. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LossBounds(
    @JsonPropertyDescription("At least, in milliseconds.") @Min(0) Long lowerMs,
    @JsonPropertyDescription("At most, in milliseconds.") @Min(0) Long upperMs) {}
