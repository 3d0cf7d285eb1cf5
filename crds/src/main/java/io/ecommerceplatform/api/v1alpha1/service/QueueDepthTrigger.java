package io.ecommerceplatform.api.v1alpha1.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Scales on waiting messages. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QueueDepthTrigger(
    @JsonPropertyDescription("Queue (with Kafka: topic) that is measured.")
        @Required
        @Size(min = 1, max = 80)
        @Pattern(Patterns.LABEL)
        String queue,
    @JsonPropertyDescription("Waiting messages per replica.") @Required @Min(1) @Max(100000)
        Integer target) {}
