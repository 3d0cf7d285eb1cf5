package io.ecommerceplatform.api.v1alpha1.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;

/** Where a container that is not bundled answers probes. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HealthSpec(
    @JsonPropertyDescription(
            "HTTP path that answers 200 when the pod can take traffic. Absent: the port "
                + "accepts connections.")
        @Size(min = 1, max = 255)
        @Pattern(Patterns.URL_PATH)
        String readinessPath,
    @JsonPropertyDescription(
            "HTTP path that answers 200 while the process works. Absent: the port accepts "
                + "connections.")
        @Size(min = 1, max = 255)
        @Pattern(Patterns.URL_PATH)
        String livenessPath,
    @JsonPropertyDescription("Port of the probes. Absent: the service's port.") @Min(1) @Max(65535)
        Integer port) {}
