package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One Kafka topic. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KafkaTopic(
    @JsonPropertyDescription("Name of the topic.")
        @Required
        @Size(min = 1, max = 80)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("Partitions.") @Min(1) @Max(1000) Integer partitions,
    @JsonPropertyDescription("Copies of each partition.") @Min(1) @Max(9) Integer replicationFactor,
    @JsonPropertyDescription("Hours that records are kept.") @Min(1) @Max(87600)
        Integer retentionHours) {}
