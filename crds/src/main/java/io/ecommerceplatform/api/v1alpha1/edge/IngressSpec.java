package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListSet;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** The application load balancer. */
@ValidationRule(
    value =
        "has(self.awsName) == has(oldSelf.awsName) && (!has(self.awsName) || self.awsName == "
            + "oldSelf.awsName)",
    message =
        "awsName is immutable: the item in AWS would be replaced. Add a second item under "
            + "another name, move the data, then remove this one",
    fieldPath = ".awsName")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IngressSpec(
    @JsonPropertyDescription("internet-facing or internal.") LoadBalancerScheme scheme,
    @JsonPropertyDescription("Public, or CdnOnly: nobody but CloudFront's addresses.")
        IngressAccess access,
    @JsonPropertyDescription("Access logs in a bucket.") Boolean accessLogs,
    @JsonPropertyDescription(
            "Address ranges of the load balancer's nodes, for NetworkPolicies. Absent: the "
                + "public subnets.")
        @Size(max = 20)
        @ListSet
        List<@Size(min = 1, max = 43) @Pattern(Patterns.CIDR) String> sourceCidrs,
    @JsonPropertyDescription("Name of the load balancer. Absent: derived. Immutable.")
        @Size(min = 1, max = 32)
        @Pattern(Patterns.DB_NAME)
        String awsName) {
  public IngressSpec {
    sourceCidrs = Copies.list(sourceCidrs);
  }
}
