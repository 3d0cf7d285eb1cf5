package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.ecommerceplatform.api.v1alpha1.rollout.RolloutStrategy;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** The rollout of one service, as persisted intent. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RolloutStatus(
    @JsonPropertyDescription("Name of the service.") @Required @Size(max = 63) String name,
    @JsonPropertyDescription("Generation of the resource; phase is ignored if older.") @Min(0)
        Long observedGeneration,
    @JsonPropertyDescription("Healthy, Progressing, Paused or Degraded.") RolloutPhase phase,
    @JsonPropertyDescription("What it waits for.") @Size(max = 1024) String message,
    @JsonPropertyDescription("Stage.") LifecycleStage lifecycleStage,
    @JsonPropertyDescription("Strategy of this attempt.") RolloutStrategy strategy,
    @JsonPropertyDescription("Side that carries traffic.") Color stableColor,
    @JsonPropertyDescription("Revision that carries traffic.") RevisionStatus stableRevision,
    @JsonPropertyDescription("The candidate.") RevisionStatus currentRevision,
    @JsonPropertyDescription("Revision that is not tried again without a new nonce.")
        FailedRevision failedRevision,
    @JsonPropertyDescription("Revisions of the rollback window, newest first.") @Size(max = 20)
        List<RevisionStatus> previousRevisions,
    @JsonPropertyDescription("Counts every start; keys every effect and analysis.") @Min(0)
        Long attempt,
    @JsonPropertyDescription("Step of a canary.") @Min(0) @Max(100) Integer currentStepIndex,
    @JsonPropertyDescription("Weights that were set and verified.") TrafficWeights weights,
    @JsonPropertyDescription("Load balancers that carry the service.") @Size(max = 5)
        List<AlbStatus> albs,
    @JsonPropertyDescription("Pods of both sides.") RolloutReplicas replicas,
    @JsonPropertyDescription("Why it waits for a person.") @Size(max = 5)
        List<PauseCondition> pauseConditions,
    @JsonPropertyDescription("An abort was asked for.") Boolean abort,
    @JsonPropertyDescription("When it was aborted.") @Size(max = 40) String abortedAt,
    @JsonPropertyDescription("Analyses of this attempt.") AnalysisStatus analysis,
    @JsonPropertyDescription("Start of the stage.") @Size(max = 40) String stageStartedAt,
    @JsonPropertyDescription("Deadline of the stage.") @Size(max = 40) String progressDeadlineAt,
    @JsonPropertyDescription("When the old side is scaled down.") @Size(max = 40)
        String scaleDownDeadline,
    @JsonPropertyDescription("Times of this attempt.") RolloutDuration duration,
    @JsonPropertyDescription(
            "Available, Progressing, Paused, Completed, Healthy, InvalidSpec, Promoted, "
                + "TargetGroupVerified, AnalysisAvailable.")
        @Size(max = 16)
        @ListMap("type")
        List<Condition> conditions) {
  public RolloutStatus {
    previousRevisions = Copies.list(previousRevisions);
    albs = Copies.list(albs);
    pauseConditions = Copies.list(pauseConditions);
    conditions = Copies.list(conditions);
  }
}
