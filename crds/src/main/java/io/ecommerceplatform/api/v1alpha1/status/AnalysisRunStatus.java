package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** One analysis. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AnalysisRunStatus(
    @JsonPropertyDescription("Name, from service, hash and attempt.") @Size(max = 253) String name,
    @JsonPropertyDescription("Attempt that it belongs to.") @Min(0) Long attempt,
    @JsonPropertyDescription("Result.") AnalysisPhase status,
    @JsonPropertyDescription("What was found.") @Size(max = 1024) String message,
    @JsonPropertyDescription("Metrics by name.") @Size(max = 10) @ListMap("name")
        List<AnalysisMetricStatus> metrics) {
  public AnalysisRunStatus {
    metrics = Copies.list(metrics);
  }
}
