package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;

/** The plan that waits or was last applied. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlanStatus(
    @JsonPropertyDescription("Hash that an approval is bound to.") @Size(max = 64) String hash,
    @JsonPropertyDescription("Counts, such as +3 ~1 -0 (1 replace).") @Size(max = 256)
        String summary,
    @JsonPropertyDescription("Whether it waits for approve-plan.") Boolean approvalNeeded,
    @JsonPropertyDescription("ConfigMap with the text of the plan.") @Size(max = 253)
        String configMap) {}
