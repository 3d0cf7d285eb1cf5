package io.ecommerceplatform.api.v1alpha1.rollout;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** A pause of a canary. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PauseStep(
    @JsonPropertyDescription("Length of the pause. Absent: until the promote command.")
        @Min(1)
        @Max(86400)
        Integer durationSeconds) {}
