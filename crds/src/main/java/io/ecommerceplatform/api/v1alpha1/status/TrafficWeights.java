package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;

/** Weights that were set and verified. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TrafficWeights(
    @JsonPropertyDescription("The side that carries traffic.") ColorWeight stable,
    @JsonPropertyDescription("The candidate's side.") ColorWeight canary,
    @JsonPropertyDescription("Weight that the candidate should have.") @Min(0) @Max(100)
        Integer desired,
    @JsonPropertyDescription("The load balancer shows the weights.") Boolean verified,
    @JsonPropertyDescription("When they were set.") @Size(max = 40) String setAt,
    @JsonPropertyDescription("When they were seen.") @Size(max = 40) String verifiedAt,
    @JsonPropertyDescription("When every node is trusted to follow them.") @Size(max = 40)
        String propagatedAt) {}
