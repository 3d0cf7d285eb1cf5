package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/** Times of one attempt. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RolloutDuration(
    @JsonPropertyDescription("Start.") @Size(max = 40) String rolloutStartedAt,
    @JsonPropertyDescription("Time spent waiting for a person.") @Min(0)
        Long totalManualPauseDurationSeconds,
    @JsonPropertyDescription("End.") @Size(max = 40) String finishedAt,
    @JsonPropertyDescription("How it ended.") CompletionStatus completionStatus) {}
