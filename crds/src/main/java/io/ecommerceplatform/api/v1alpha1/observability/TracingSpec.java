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

/** Distributed tracing. */
@ValidationRule(
    value = "(self.provider == 'OTLP') == has(self.endpoint)",
    message = "observability.tracing: OTLP needs an endpoint, and only OTLP has one")
@ValidationRule(
    value = "self.provider != 'None' || !(has(self.reservoirPerSecond) || has(self.percent))",
    message =
        "observability.tracing: provider None samples nothing: remove reservoirPerSecond and "
            + "percent")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TracingSpec(
    @JsonPropertyDescription("XRay, OTLP or None.") @Required TracingProvider provider,
    @JsonPropertyDescription("Address of the collector. Only with OTLP.")
        @Size(min = 1, max = 512)
        @Pattern(Patterns.URL)
        String endpoint,
    @JsonPropertyDescription("Traces per second that are always kept.") @Min(0) @Max(1000)
        Integer reservoirPerSecond,
    @JsonPropertyDescription(
            "Percent of further traces that are kept. Traces with errors always are.")
        @Min(0)
        @Max(100)
        Double percent) {}
