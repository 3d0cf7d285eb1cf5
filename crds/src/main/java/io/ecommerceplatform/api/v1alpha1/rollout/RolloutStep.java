package io.ecommerceplatform.api.v1alpha1.rollout;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;

/** One step of a canary: a weight, or a pause for a person. */
@ValidationRule(
    value = "!has(self.pauseSeconds) || has(self.weight)",
    message = "pauseSeconds belongs to a weight; use pause for a pause of its own")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RolloutStep(
    @JsonPropertyDescription("Percent of traffic for the candidate.") @Min(0) @Max(100)
        Integer weight,
    @JsonPropertyDescription("Time at this weight.") @Min(0) @Max(86400) Integer pauseSeconds,
    @JsonPropertyDescription("Wait at this point; without a duration until the promote command.")
        PauseStep pause) {}
