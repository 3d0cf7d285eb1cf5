package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.recovery.OperationType;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** The running or last operation. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OperationStatus(
    @JsonPropertyDescription("Id from the resource.") @Size(max = 63) String id,
    @JsonPropertyDescription("Failover, Switchover or Drill.") OperationType type,
    @JsonPropertyDescription("Region that becomes active.") @Size(max = 20) String target,
    @JsonPropertyDescription("Who asked for it.") @Size(max = 254) String requestedBy,
    @JsonPropertyDescription("Who approved it.") @Size(max = 254) String approvedBy,
    @JsonPropertyDescription("Start of the incident; the clock of the recovery time.")
        @Size(max = 40)
        String t0Incident,
    @JsonPropertyDescription("When it was detected.") @Size(max = 40) String detectedAt,
    @JsonPropertyDescription("When it was approved.") @Size(max = 40) String approvedAt,
    @JsonPropertyDescription("When the arbiter's record was claimed.") @Size(max = 40)
        String claimedAt,
    @JsonPropertyDescription("When the old side was fenced.") @Size(max = 40) String fencedAt,
    @JsonPropertyDescription("When the stores were promoted.") @Size(max = 40) String promotedAt,
    @JsonPropertyDescription("When the dark validation passed.") @Size(max = 40) String validatedAt,
    @JsonPropertyDescription("When traffic moved.") @Size(max = 40) String shiftedAt,
    @JsonPropertyDescription("When the new side was active.") @Size(max = 40) String activeAt,
    @JsonPropertyDescription("Evidence of the fence.") FenceStatus fence,
    @JsonPropertyDescription("Lag before the promotion in milliseconds.") @Min(0) Long preLagMs,
    @JsonPropertyDescription("State that RDS reports.") @Size(max = 64) String rdsFailoverState,
    @JsonPropertyDescription("Measured loss.") LossBounds rpo,
    @JsonPropertyDescription("Measured times.") RecoveryTimes rto,
    @JsonPropertyDescription("Gates that were waived, with who and why.") @Size(max = 20)
        List<@Size(max = 512) String> waivers,
    @JsonPropertyDescription("How it ended.") OperationResult result,
    @JsonPropertyDescription("What it waits for and what to type.") @Size(max = 1024)
        String message) {
  public OperationStatus {
    waivers = Copies.list(waivers);
  }
}
