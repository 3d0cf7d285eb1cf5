package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** One load balancer that carries a service. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AlbStatus(
    @JsonPropertyDescription("Ingress.") @Size(max = 253) String ingress,
    @JsonPropertyDescription("Load balancer.") LoadBalancerRef loadBalancer,
    @JsonPropertyDescription("Targets of the stable side.") TargetGroupStatus stableTargetGroup,
    @JsonPropertyDescription("Targets of the candidate.") TargetGroupStatus canaryTargetGroup) {}
