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

/** Where logs go and how long they stay. */
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
