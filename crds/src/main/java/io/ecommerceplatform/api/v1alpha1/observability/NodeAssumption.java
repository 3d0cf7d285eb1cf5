package io.ecommerceplatform.api.v1alpha1.observability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Nodes of one class. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NodeAssumption(
    @JsonProperty("class")
        @JsonPropertyDescription("Instance type, such as t3.medium.")
        @Required
        @Size(min = 4, max = 40)
        @Pattern(Patterns.EC2_CLASS)
        String nodeClass,
    @JsonPropertyDescription("Number of nodes.") @Required @Min(0) @Max(1000) Integer count,
    @JsonPropertyDescription("Paid at the spot price.") Boolean spot) {}
