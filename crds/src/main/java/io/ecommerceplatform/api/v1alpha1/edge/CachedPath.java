package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** An API path that CloudFront caches. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CachedPath(
    @JsonPropertyDescription("Path pattern, such as /api/products/*.")
        @Required
        @Size(min = 1, max = 128)
        @Pattern(Patterns.CDN_PATH)
        String path,
    @JsonPropertyDescription("Time in the cache.") @Required @Min(1) @Max(86400) Integer seconds) {}
