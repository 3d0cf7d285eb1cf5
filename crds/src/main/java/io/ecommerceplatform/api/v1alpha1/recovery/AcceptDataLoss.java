package io.ecommerceplatform.api.v1alpha1.recovery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A loss that a person accepted. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AcceptDataLoss(
    @JsonPropertyDescription("Longest accepted loss, such as 5m, or Unknown.")
        @Required
        @Size(min = 2, max = 10)
        @Pattern(Patterns.LOSS)
        String max,
    @JsonPropertyDescription("Why it is accepted.") @Required @Size(min = 1, max = 1024)
        String reason,
    @JsonPropertyDescription("Who accepted it.") @Required @Size(min = 1, max = 254)
        String approvedBy) {}
