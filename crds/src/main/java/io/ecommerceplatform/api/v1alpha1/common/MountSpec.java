package io.ecommerceplatform.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A shared file system inside a container. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MountSpec(
    @JsonPropertyDescription("Name in sharedFiles.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL)
        String files,
    @JsonPropertyDescription("Directory in the container.")
        @Required
        @Size(min = 1, max = 255)
        @Pattern(Patterns.ABSOLUTE_PATH)
        String path) {}
