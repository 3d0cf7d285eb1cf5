package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One service. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceStatus(
    @JsonPropertyDescription("Name of the service.") @Required @Size(max = 63) String name,
    @JsonPropertyDescription("Ready pods of all, such as 2/2.") @Size(max = 32) String ready,
    @JsonPropertyDescription("Hash of the revision that carries traffic.") @Size(max = 64)
        String revision,
    @JsonPropertyDescription("Image of that revision.") @Size(max = 512) String image,
    @JsonPropertyDescription("Side that carries traffic.") Color color,
    @JsonPropertyDescription("Why it is not ready.") @Size(max = 1024) String message) {}
