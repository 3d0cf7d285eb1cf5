package io.ecommerceplatform.api.v1alpha1.observability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** Service level objectives. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ObjectivesSpec(
    @JsonPropertyDescription("Percent of checkouts that succeed.") @Min(50) @Max(100)
        Double checkoutSuccessPercent,
    @JsonPropertyDescription("95th percentile of the API's response time in milliseconds.")
        @Min(1)
        @Max(60000)
        Integer apiP95Millis,
    @JsonPropertyDescription("Window of the error budget.") @Min(1) @Max(90) Integer windowDays) {}
