package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** What makes pods and is neither a service nor a StatefulSet of a store. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WorkloadStatus(
    @JsonPropertyDescription("Kind and name, such as Kafka/kafka.") @Required @Size(max = 160)
        String name,
    @JsonPropertyDescription("Hash of what the resource asked for when it was applied.")
        @Size(max = 64)
        String inputsHash,
    @JsonPropertyDescription("Hash of what was applied for its pods.") @Size(max = 64)
        String appliedHash) {}
