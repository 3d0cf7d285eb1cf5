package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Disaster recovery: roles, protection, the running operation, history. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecoveryStatus(
    @JsonPropertyDescription("Region that carries the shop, as the arbiter says.") @Size(max = 20)
        String activeRegion,
    @JsonPropertyDescription("Epoch of the arbiter's record.") @Min(0) Long epoch,
    @JsonPropertyDescription("Role of this side.") RecoveryRole role,
    @JsonPropertyDescription("State of the machine.") RecoveryPhase phase,
    @JsonPropertyDescription("Step of the running operation.") RecoveryStep step,
    @JsonPropertyDescription("How well data is protected.") ProtectionStatus protection,
    @JsonPropertyDescription("Whether the standby could take over.") ReadinessStatus readiness,
    @JsonPropertyDescription("The running or last operation.") OperationStatus operation,
    @JsonPropertyDescription("The last rehearsal.") DrillStatus lastDrill,
    @JsonPropertyDescription("Ended operations, newest last.") @Size(max = 10)
        List<OperationRecord> history) {
  public RecoveryStatus {
    history = Copies.list(history);
  }
}
