package io.ecommerceplatform.api.v1alpha1.observability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.ecommerceplatform.api.v1alpha1.common.PlacementSpec;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Logs, traces, alerts and objectives. */
@ValidationRule(
    value =
        "has(self.dashboardAwsName) == has(oldSelf.dashboardAwsName) && "
            + "(!has(self.dashboardAwsName) || self.dashboardAwsName == oldSelf.dashboardAwsName)",
    message = "dashboardAwsName is immutable: the dashboard in AWS would be replaced",
    fieldPath = ".dashboardAwsName")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ObservabilitySpec(
    @JsonPropertyDescription("Where logs go and how long they stay.") LogsSpec logs,
    @JsonPropertyDescription("CloudWatch Container Insights; reported if the add-on is absent.")
        Boolean containerInsights,
    @JsonPropertyDescription("Distributed tracing.") TracingSpec tracing,
    @JsonPropertyDescription("Who is told, and when.") AlertsSpec alerts,
    @JsonPropertyDescription("Service level objectives.") ObjectivesSpec objectives,
    @JsonPropertyDescription("Name of the CloudWatch dashboard. Absent: derived. Immutable.")
        @Size(min = 1, max = 255)
        @Pattern(Patterns.WAF_NAME)
        String dashboardAwsName,
    @JsonPropertyDescription("Nodes of collectors.") PlacementSpec nodePlacement) {}
