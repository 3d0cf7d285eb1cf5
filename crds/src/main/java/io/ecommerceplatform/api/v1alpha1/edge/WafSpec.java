package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListSet;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** Web application firewall. */
@ValidationRule(
    value =
        "has(self.awsName) == has(oldSelf.awsName) && (!has(self.awsName) || self.awsName == "
            + "oldSelf.awsName)",
    message =
        "awsName is immutable: the item in AWS would be replaced. Add a second item under "
            + "another name, move the data, then remove this one",
    fieldPath = ".awsName")
@ValidationRule(
    value = "!has(self.rateWindowSeconds) || self.rateWindowSeconds in [60, 120, 300, 600]",
    messageExpression =
        "'edge.waf.rateWindowSeconds: %s is not one of 60, 120, 300, "
            + "600'.format([self.rateWindowSeconds])")
@ValidationRule(
    value = "!has(self.rateWindowSeconds) || has(self.rateLimit)",
    message = "edge.waf.rateWindowSeconds: belongs to a rateLimit")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WafSpec(
    @JsonPropertyDescription("Requests of one address in the window.") @Min(10) @Max(2000000000)
        Integer rateLimit,
    @JsonPropertyDescription("Window: 60, 120, 300 or 600 seconds.") @Min(60) @Max(600)
        Integer rateWindowSeconds,
    @JsonPropertyDescription("Rule groups that AWS maintains.") @Size(max = 10) @ListSet
        List<ManagedRule> managedRules,
    @JsonPropertyDescription("Blocked countries, by ISO 3166 code.") @Size(max = 50) @ListSet
        List<@Size(min = 2, max = 2) @Pattern(Patterns.COUNTRY) String> geoBlock,
    @JsonPropertyDescription("CloudFront, LoadBalancer or both.") @Size(min = 1, max = 2) @ListSet
        List<WafTarget> attachTo,
    @JsonPropertyDescription("Name of the web ACL. Absent: derived. Immutable.")
        @Size(min = 1, max = 128)
        @Pattern(Patterns.WAF_NAME)
        String awsName) {
  public WafSpec {
    managedRules = Copies.list(managedRules);
    geoBlock = Copies.list(geoBlock);
    attachTo = Copies.list(attachTo);
  }
}
