package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/** Pods of one side. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReplicaCount(
    @JsonPropertyDescription("Wanted.") @Min(0) Integer desired,
    @JsonPropertyDescription("Available.") @Min(0) Integer available,
    @JsonPropertyDescription("Needed for the next weight.") @Min(0) Integer required) {}
