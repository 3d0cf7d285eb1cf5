package io.ecommerceplatform.api.v1alpha1.aws;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One region and its network. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AwsRegion(
    @JsonPropertyDescription("Region, such as ap-southeast-1.")
        @Required
        @Size(min = 9, max = 20)
        @Pattern(Patterns.REGION)
        String name,
    @JsonPropertyDescription("Network of the region. Absent: found by tags.")
        NetworkSpec network) {}
