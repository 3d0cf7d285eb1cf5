package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One rung of the fencing ladder. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FenceRung(
    @JsonPropertyDescription("F0 to F5.") @Required @Size(max = 16) String name,
    @JsonPropertyDescription("What was reached.") @Size(max = 64) String state,
    @JsonPropertyDescription("What shows it.") @Size(max = 512) String evidence,
    @JsonPropertyDescription("When.") @Size(max = 40) String at) {}
