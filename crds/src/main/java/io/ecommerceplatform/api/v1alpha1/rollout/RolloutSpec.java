package io.ecommerceplatform.api.v1alpha1.rollout;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** How a new revision replaces the old one. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RolloutSpec(
    @JsonPropertyDescription("BlueGreen, Canary, or Rolling (a plain Deployment update).") @Required
        RolloutStrategy strategy,
    @JsonPropertyDescription("false: wait for the promote command after the checks.")
        Boolean autoPromote,
    @JsonPropertyDescription("Steps of a canary.") @Size(min = 1, max = 20) List<RolloutStep> steps,
    @JsonPropertyDescription(
            "Checks before and after traffic moves. Absent: pod health, target health, "
                + "restarts and bake time still gate.")
        AnalysisSpec analysis,
    @JsonPropertyDescription(
            "Time that the new revision carries all traffic before the old one is scaled "
                + "down.")
        @Min(0)
        @Max(86400)
        Integer bakeSeconds,
    @JsonPropertyDescription("Longest time for new pods to become available.") @Min(1) @Max(86400)
        Integer progressDeadlineSeconds,
    @JsonPropertyDescription(
            "Time that verified weights are trusted to need until every load balancer node "
                + "follows them.")
        @Min(0)
        @Max(3600)
        Integer trafficPropagationSeconds,
    @JsonPropertyDescription("Time that the old revision stays after promotion.")
        @Min(0)
        @Max(86400)
        Integer scaleDownDelaySeconds,
    @JsonPropertyDescription("Time that the candidate stays after an abort.") @Min(0) @Max(86400)
        Integer abortScaleDownDelaySeconds,
    @JsonPropertyDescription("Rollback or Pause.") OnFailure onFailure,
    @JsonPropertyDescription("Revisions that may come back without analysis.") @Min(0) @Max(20)
        Integer rollbackWindow,
    @JsonPropertyDescription("Time that a new pod is ready before it counts.") @Min(0) @Max(3600)
        Integer minReadySeconds,
    @JsonPropertyDescription("Capacity of the candidate beyond what the traffic needs.")
        @Min(0)
        @Max(100)
        Integer headroomPercent,
    @JsonPropertyDescription("Bounds of a plain update.") RollingSpec rolling) {
  public RolloutSpec {
    steps = Copies.list(steps);
  }
}
