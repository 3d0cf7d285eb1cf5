package io.ecommerceplatform.api.v1alpha1.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Replicas and what moves them. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScalingSpec(
    @JsonPropertyDescription("Fewest replicas.") @Min(1) @Max(1000) Integer minReplicas,
    @JsonPropertyDescription("Most replicas.") @Min(1) @Max(1000) Integer maxReplicas,
    @JsonPropertyDescription("Target of CPU use, in percent of the request.") @Min(1) @Max(100)
        Integer cpuPercent,
    @JsonPropertyDescription("Target of memory use, in percent of the request.") @Min(1) @Max(100)
        Integer memoryPercent,
    @JsonPropertyDescription("Scale on the depth of a queue. Needs KEDA.")
        QueueDepthTrigger queueDepth,
    @JsonPropertyDescription("Times with other bounds.") @Size(max = 10)
        List<ScalingSchedule> schedules) {
  public ScalingSpec {
    schedules = Copies.list(schedules);
  }
}
