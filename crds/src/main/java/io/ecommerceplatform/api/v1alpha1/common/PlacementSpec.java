package io.ecommerceplatform.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;

/** Which nodes pods may use. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlacementSpec(
    @JsonPropertyDescription("Node label workload=<pool>; the taint of that name is tolerated.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL_VALUE)
        String pool,
    @JsonPropertyDescription("Whether spot nodes are welcome.") Boolean spot) {}
