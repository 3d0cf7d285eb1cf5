package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A command by annotation that was handled. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CommandStatus(
    @JsonPropertyDescription("Command, such as promote.") @Required @Size(max = 64) String command,
    @JsonPropertyDescription("What it was bound to.") @Size(max = 512) String value,
    @JsonPropertyDescription("Who, as far as managedFields say.") @Size(max = 254)
        String requestedBy,
    @JsonPropertyDescription("When.") @Size(max = 40) String handledAt,
    @JsonPropertyDescription("What came of it.") @Size(max = 512) String result) {}
