package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Static site on S3 behind CloudFront. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FrontendSpec(
    @JsonPropertyDescription("Bucket of the site; made with defaults if it is not listed.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL)
        String bucket,
    @JsonPropertyDescription("Release of the site. Absent: the platform's version.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.SEMVER)
        String version) {}
