package io.ecommerceplatform.api.v1alpha1.rollout;

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

/** One metric that decides over a revision. */
@ValidationRule(
    value = "has(self.successBelow) != has(self.successAbove)",
    messageExpression = "'metric %s needs either successBelow or successAbove'.format([self.name])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AnalysisMetric(
    @JsonPropertyDescription("Name of the metric.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("Prometheus or CloudWatch.") @Required MetricProvider provider,
    @JsonPropertyDescription(
            "Query with one number as the result; {{service}} and {{color}} are replaced.")
        @Required
        @Size(min = 1, max = 2048)
        String query,
    @JsonPropertyDescription("The revision is good while the value is below this.")
        Double successBelow,
    @JsonPropertyDescription("The revision is good while the value is above this.")
        Double successAbove,
    @JsonPropertyDescription("Failed measurements that are allowed.") @Min(0) @Max(100)
        Integer failureLimit,
    @JsonPropertyDescription("Fewer requests than this give no answer.") @Min(0) @Max(1000000)
        Integer minRequests) {}
