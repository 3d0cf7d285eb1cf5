package io.ecommerceplatform.api.v1alpha1.rollout;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.ecommerceplatform.api.v1alpha1.common.ListSet;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Checks of a new revision. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AnalysisSpec(
    @JsonPropertyDescription("Time between measurements.") @Min(5) @Max(3600)
        Integer intervalSeconds,
    @JsonPropertyDescription("Metrics by name.") @Size(max = 10) @ListMap("name")
        List<AnalysisMetric> metrics,
    @JsonPropertyDescription("Pause, Abort or Proceed when metrics give no answer.")
        OnInconclusive onInconclusive,
    @JsonPropertyDescription("Errors of the provider in a row that make the answer inconclusive.")
        @Min(0)
        @Max(100)
        Integer consecutiveErrorLimit,
    @JsonPropertyDescription("Longest pause before the rollout is aborted.") @Min(1) @Max(604800)
        Integer pauseDeadlineSeconds,
    @JsonPropertyDescription("Synthetic customer journeys on the preview rule.")
        @Size(max = 4)
        @ListSet
        List<Journey> journeys) {
  public AnalysisSpec {
    metrics = Copies.list(metrics);
    journeys = Copies.list(journeys);
  }
}
