package io.ecommerceplatform.api.v1alpha1.recovery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;

/** How often recovery is rehearsed. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DrillSchedule(
    @JsonPropertyDescription("Time between rehearsals without a change of roles.")
        @Size(min = 2, max = 10)
        @Pattern(Patterns.DURATION)
        String dark,
    @JsonPropertyDescription("Time between switchovers and back.")
        @Size(min = 2, max = 10)
        @Pattern(Patterns.DURATION)
        String live) {}
