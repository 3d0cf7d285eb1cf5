package io.ecommerceplatform.api.v1alpha1.rollout;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.IntOrString;

/** Bounds of a plain Deployment update. */
@ValidationRule(
    value =
        "!has(self.maxSurge) || !has(self.maxUnavailable) || !(string(self.maxSurge) in "
            + "['0', '0%'] && string(self.maxUnavailable) in ['0', '0%'])",
    message = "maxSurge and maxUnavailable cannot both be 0: the update could never start")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RollingSpec(
    @JsonPropertyDescription("Pods above the wanted number, as a number or percent.")
        IntOrString maxSurge,
    @JsonPropertyDescription("Pods that may be missing, as a number or percent.")
        IntOrString maxUnavailable,
    @JsonPropertyDescription("Time between batches. Absent: minReadySeconds of the rollout.")
        @Min(0)
        @Max(3600)
        Integer minReadySeconds) {}
