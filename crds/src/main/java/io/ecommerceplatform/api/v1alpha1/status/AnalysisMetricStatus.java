package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One metric of an analysis. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AnalysisMetricStatus(
    @JsonPropertyDescription("Name of the metric.") @Required @Size(max = 63) String name,
    @JsonPropertyDescription("Result.") AnalysisPhase status,
    @JsonPropertyDescription("Last value.") @Size(max = 64) String value,
    @JsonPropertyDescription("Failed measurements.") @Min(0) Integer failed,
    @JsonPropertyDescription("Errors in a row.") @Min(0) Integer errors,
    @JsonPropertyDescription("Time of the last measurement.") @Size(max = 40) String measuredAt) {}
