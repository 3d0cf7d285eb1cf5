package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Pods of both sides. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RolloutReplicas(
    @JsonPropertyDescription("The side that carries traffic.") ReplicaCount stable,
    @JsonPropertyDescription("The candidate's side.") ReplicaCount canary) {}
