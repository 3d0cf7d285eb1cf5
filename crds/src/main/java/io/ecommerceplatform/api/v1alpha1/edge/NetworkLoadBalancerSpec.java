package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Network load balancers for TCP. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NetworkLoadBalancerSpec(
    @JsonPropertyDescription("internet-facing or internal. Absent: internal.")
        LoadBalancerScheme scheme,
    @JsonPropertyDescription("Services by name; each gets a load balancer of its own.")
        @Required
        @Size(min = 1, max = 20)
        @ListMap("name")
        List<NlbService> services) {
  public NetworkLoadBalancerSpec {
    services = Copies.list(services);
  }
}
