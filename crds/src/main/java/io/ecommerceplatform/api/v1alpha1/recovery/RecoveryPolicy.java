package io.ecommerceplatform.api.v1alpha1.recovery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** Who decides, and how warm the standby is. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecoveryPolicy(
    @JsonPropertyDescription("Manual or Automatic.") RecoveryMode mode,
    @JsonPropertyDescription("Replicas of the standby in percent of the active side.")
        @Min(0)
        @Max(100)
        Integer standbyFloorPercent,
    @JsonPropertyDescription("How often recovery is rehearsed.") DrillSchedule drills) {}
