package io.ecommerceplatform.api.v1alpha1.observability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** What the estimate cannot see in the resource. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CostAssumptions(
    @JsonPropertyDescription("Nodes of the cluster. Absent: the nodes that exist.") @Size(max = 20)
        List<NodeAssumption> nodes,
    @JsonPropertyDescription("NAT gateways.") @Min(0) @Max(10) Integer natGateways,
    @JsonPropertyDescription("Volumes in GB.") @Min(0) @Max(1000000) Integer ebsGb,
    @JsonPropertyDescription("Traffic to the internet in GB a month.") @Min(0) @Max(10000000)
        Integer egressGb) {
  public CostAssumptions {
    nodes = Copies.list(nodes);
  }
}
