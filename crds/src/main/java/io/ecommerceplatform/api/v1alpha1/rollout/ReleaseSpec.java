package io.ecommerceplatform.api.v1alpha1.rollout;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How services of one change are rolled out together. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReleaseSpec(
    @JsonPropertyDescription("All services wait for each other, then promote in dependsOn order.")
        Boolean together,
    @JsonPropertyDescription(
            "Supersede: a new release takes the place of the running one; Serial: it waits.")
        ReleaseQueue queue) {}
