package io.ecommerceplatform.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A container image by tag or digest. */
@ValidationRule(
    value = "has(self.repository) || has(self.tag) || has(self.digest)",
    message = "image is empty: set repository, tag or digest")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImageSpec(
    @JsonPropertyDescription("Repository with its registry host, such as ghcr.io/example/order.")
        @Size(min = 1, max = 255)
        @Pattern(Patterns.REPOSITORY)
        String repository,
    @JsonPropertyDescription("Tag. Production refuses latest.")
        @Size(min = 1, max = 128)
        @Pattern(Patterns.IMAGE_TAG)
        String tag,
    @JsonPropertyDescription("Digest sha256:...; wins over the tag.")
        @Size(min = 71, max = 71)
        @Pattern(Patterns.DIGEST)
        String digest) {}
