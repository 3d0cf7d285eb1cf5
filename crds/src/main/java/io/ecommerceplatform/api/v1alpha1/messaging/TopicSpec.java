package io.ecommerceplatform.api.v1alpha1.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One SNS topic. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TopicSpec(
    @JsonPropertyDescription("Name of the topic.")
        @Required
        @Size(min = 1, max = 80)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("First in, first out.") Boolean fifo,
    @JsonPropertyDescription("Name in AWS; a FIFO topic ends in .fifo. Absent: derived. Immutable.")
        @Size(min = 1, max = 256)
        @Pattern(Patterns.QUEUE_NAME)
        String awsName) {}
