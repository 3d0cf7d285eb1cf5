package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/** Step of a running operation. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecoveryStep(
    @JsonPropertyDescription("Step.") @Size(max = 64) String name,
    @JsonPropertyDescription("Start.") @Size(max = 40) String startedAt,
    @JsonPropertyDescription("Deadline.") @Size(max = 40) String deadline,
    @JsonPropertyDescription("Attempt.") @Min(0) Long attempt) {}
