package io.ecommerceplatform.api.v1alpha1.observability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Where logs go and how long they stay. */
@ValidationRule(
    value = "!has(self.cluster) || self.store != 'CloudWatch'",
    message = "observability.logs.cluster: CloudWatch has no cluster: use OpenSearch or Both")
@ValidationRule(
    value = "!has(self.groupPrefix) || self.store != 'OpenSearch'",
    message =
        "observability.logs.groupPrefix: OpenSearch has no log groups: use CloudWatch or Both")
@ValidationRule(
    value =
        "!has(self.retentionDays) || self.store == 'OpenSearch' || self.retentionDays in [1, "
            + "3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, "
            + "2922, 3288, 3653]",
    messageExpression =
        "'observability.logs.retentionDays: CloudWatch cannot keep logs for %s days: use 1, "
            + "3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 or a longer step of "
            + "CloudWatch'.format([self.retentionDays])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LogsSpec(
    @JsonPropertyDescription("CloudWatch, OpenSearch or Both.") @Required LogStore store,
    @JsonPropertyDescription(
            "Shared: the shop's search cluster; Own: one for logs alone. Only with "
                + "OpenSearch or Both.")
        LogCluster cluster,
    @JsonPropertyDescription("Days that logs are kept.") @Min(1) @Max(3653) Integer retentionDays,
    @JsonPropertyDescription("Log group = prefix + service, such as /aws/eks/revcart/.")
        @Size(min = 1, max = 300)
        @Pattern(Patterns.LOG_GROUP)
        String groupPrefix) {}
