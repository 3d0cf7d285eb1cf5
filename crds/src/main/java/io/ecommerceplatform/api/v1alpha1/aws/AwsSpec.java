package io.ecommerceplatform.api.v1alpha1.aws;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

/** Accounts, regions and policies in AWS. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AwsSpec(
    @JsonPropertyDescription("A name that the cluster's admin mapped to a role. Never an ARN.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL)
        String identity,
    @JsonPropertyDescription(
            "The first is home, a second one is the standby. Each operator knows its own "
                + "from its configuration.")
        @Required
        @Size(min = 1, max = 2)
        @ListMap("name")
        List<AwsRegion> regions,
    @JsonPropertyDescription(
            "Auto; Destructive: replacing or deleting data waits for approval; All: every "
                + "change waits.")
        @Default("Destructive")
        ApprovalPolicy approval,
    @JsonPropertyDescription(
            "What happens to data that leaves the resource, unless the item says "
                + "otherwise. Absent: the default of each type.")
        DeletionPolicy deletionPolicy,
    @JsonPropertyDescription(
            "Existing resources to take over, each as type/awsName, such as "
                + "rds.Instance/orders-db.")
        @Size(max = 100)
        List<@Size(min = 3, max = 300) @Pattern(Patterns.ADOPT) String> adopt,
    @JsonPropertyDescription("Tags of every AWS item, beside the owner tags.") @Size(max = 40)
        Map<String, @Size(max = 256) String> tags) {
  public AwsSpec {
    regions = Copies.list(regions);
    adopt = Copies.list(adopt);
    tags = Copies.map(tags);
  }
}
