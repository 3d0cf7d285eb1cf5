package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** A revision that failed. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FailedRevision(
    @JsonPropertyDescription("Hash of the revision.") @Size(max = 64) String hash,
    @JsonPropertyDescription("Reason, one of a closed list.") @Size(max = 64) String reason,
    @JsonPropertyDescription("What failed.") @Size(max = 1024) String message,
    @JsonPropertyDescription("When it failed.") @Size(max = 40) String time) {}
