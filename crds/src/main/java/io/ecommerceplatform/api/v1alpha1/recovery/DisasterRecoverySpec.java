package io.ecommerceplatform.api.v1alpha1.recovery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Warm standby in the second region. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DisasterRecoverySpec(
    @JsonPropertyDescription("Recovery time and point objectives.") RecoveryObjectives objectives,
    @JsonPropertyDescription("Name of the arbiter in the operator's configuration.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL)
        String arbiter,
    @JsonPropertyDescription("Who decides, and how warm the standby is.") RecoveryPolicy policy,
    @JsonPropertyDescription(
            "One-shot operation. Each run has a new id; immutable once it was accepted.")
        RecoveryOperation operation) {}
