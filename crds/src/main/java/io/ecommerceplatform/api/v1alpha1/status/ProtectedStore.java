package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Replication of one store. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProtectedStore(
    @JsonPropertyDescription("Store.") @Required @Size(max = 80) String name,
    @JsonPropertyDescription("Lag of the replica in milliseconds.") @Min(0) Long lagMs,
    @JsonPropertyDescription("Time of the sample.") @Size(max = 40) String sampledAt,
    @JsonPropertyDescription("Objective of the store.") @Size(max = 10) String objective,
    @JsonPropertyDescription("Why it is not protected.") @Size(max = 512) String message) {}
