package io.ecommerceplatform.api.v1alpha1.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A path of the load balancer that leads to the service. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExposeSpec(
    @JsonPropertyDescription("Path prefix, such as /api/orders.")
        @Required
        @Size(min = 1, max = 128)
        @Pattern(Patterns.URL_PATH)
        String path,
    @JsonPropertyDescription("Stickiness by cookie; 0 is none.") @Min(0) @Max(604800)
        Integer stickySeconds) {}
