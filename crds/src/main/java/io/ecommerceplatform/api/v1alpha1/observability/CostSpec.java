package io.ecommerceplatform.api.v1alpha1.observability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** Budget, and what the estimate cannot see by itself. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CostSpec(
    @JsonPropertyDescription("Budget in US dollars a month; above it WithinBudget is False.")
        @Min(1)
        @Max(100000000)
        Integer monthlyBudgetUsd,
    @JsonPropertyDescription("What the estimate cannot see.") CostAssumptions assumptions) {}
