package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.recovery.OperationType;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One ended operation. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OperationRecord(
    @JsonPropertyDescription("Id from the resource.") @Required @Size(max = 63) String id,
    @JsonPropertyDescription("Failover, Switchover or Drill.") OperationType type,
    @JsonPropertyDescription("Region that became active.") @Size(max = 20) String target,
    @JsonPropertyDescription("How it ended.") OperationResult result,
    @JsonPropertyDescription("When it ended.") @Size(max = 40) String at,
    @JsonPropertyDescription("Recovery time in seconds.") @Min(0) Long rtoSeconds,
    @JsonPropertyDescription("Loss at most, in milliseconds.") @Min(0) Long rpoUpperMs) {}
