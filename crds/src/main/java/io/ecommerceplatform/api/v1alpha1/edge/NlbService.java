package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A service behind the network load balancer. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NlbService(
    @JsonPropertyDescription("Name of the service.")
        @Required
        @Size(min = 1, max = 57)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("Port of the listener and of the container.")
        @Required
        @Min(1)
        @Max(65535)
        Integer port) {}
