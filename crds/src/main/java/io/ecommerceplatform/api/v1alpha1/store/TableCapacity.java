package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** Capacity of a table. */
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
