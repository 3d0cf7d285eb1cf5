package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;

/** Capacity of a table. */
@ValidationRule(
    value =
        "!has(self.mode) || self.mode != 'OnDemand' || !(has(self.min) || has(self.max) || "
            + "has(self.targetPercent))",
    message = "OnDemand has no min, max or targetPercent: remove them or use Provisioned")
@ValidationRule(
    value = "(has(self.mode) && self.mode == 'OnDemand') || (has(self.min) && has(self.max))",
    message = "Provisioned needs min and max")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TableCapacity(
    @JsonPropertyDescription(
            "OnDemand or Provisioned. Absent: Provisioned when max is set, else OnDemand.")
        CapacityMode mode,
    @JsonPropertyDescription("Fewest read and write units.") @Min(1) @Max(40000) Integer min,
    @JsonPropertyDescription("Most read and write units.") @Min(1) @Max(40000) Integer max,
    @JsonPropertyDescription("Use of the capacity that is aimed at.") @Min(20) @Max(90)
        Integer targetPercent) {}
