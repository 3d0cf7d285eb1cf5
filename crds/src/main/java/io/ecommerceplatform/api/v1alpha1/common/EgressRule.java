package io.ecommerceplatform.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** One way out of the cluster that a NetworkPolicy opens. */
@ValidationRule(
    value = "has(self.cidr) != (has(self.internet443) && self.internet443)",
    message = "a rule has either cidr or internet443: true")
@ValidationRule(
    value = "!has(self.ports) || has(self.cidr)",
    message = "ports belong to a cidr; internet443 opens port 443")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EgressRule(
    @JsonPropertyDescription("Address range.") @Size(min = 1, max = 43) @Pattern(Patterns.CIDR)
        String cidr,
    @JsonPropertyDescription("TCP ports. Absent: 443.") @Size(min = 1, max = 10)
        List<@Min(1) @Max(65535) Integer> ports,
    @JsonPropertyDescription(
            "Port 443 of the whole internet, for third parties without fixed addresses. "
                + "Instead of cidr.")
        Boolean internet443) {
  public EgressRule {
    ports = Copies.list(ports);
  }
}
