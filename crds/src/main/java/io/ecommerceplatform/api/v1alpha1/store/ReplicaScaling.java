package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** Read replicas that come and go with load. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReplicaScaling(
    @JsonPropertyDescription("Fewest replicas.") @Required @Min(0) @Max(15) Integer min,
    @JsonPropertyDescription("Most replicas.") @Required @Min(1) @Max(15) Integer max,
    @JsonPropertyDescription("CPU use of the replicas that is aimed at.")
        @Required
        @Min(10)
        @Max(90)
        Integer cpuPercent) {}
