package io.ecommerceplatform.api.v1alpha1.aws;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** The ground that Terraform laid: named, never made here. */
@ValidationRule(
    value = "!has(self.databaseSubnetIds) || has(self.privateSubnetIds)",
    message = "databaseSubnetIds without privateSubnetIds: name both or none")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NetworkSpec(
    @JsonPropertyDescription("VPC.") @Size(min = 5, max = 32) @Pattern(Patterns.VPC_ID)
        String vpcId,
    @JsonPropertyDescription("Subnets of load balancers.") @Size(min = 1, max = 6)
        List<@Size(min = 8, max = 32) @Pattern(Patterns.SUBNET_ID) String> publicSubnetIds,
    @JsonPropertyDescription("Subnets of nodes and internal stores.") @Size(min = 1, max = 6)
        List<@Size(min = 8, max = 32) @Pattern(Patterns.SUBNET_ID) String> privateSubnetIds,
    @JsonPropertyDescription("Subnets of databases. Absent: the private ones.")
        @Size(min = 1, max = 6)
        List<@Size(min = 8, max = 32) @Pattern(Patterns.SUBNET_ID) String> databaseSubnetIds) {
  public NetworkSpec {
    publicSubnetIds = Copies.list(publicSubnetIds);
    privateSubnetIds = Copies.list(privateSubnetIds);
    databaseSubnetIds = Copies.list(databaseSubnetIds);
  }
}
