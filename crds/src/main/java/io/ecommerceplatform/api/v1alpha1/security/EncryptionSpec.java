package io.ecommerceplatform.api.v1alpha1.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;

/** Keys of data at rest. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EncryptionSpec(
    @JsonPropertyDescription("An own KMS key with rotation. false: the AWS key still encrypts.")
        Boolean kms,
    @JsonPropertyDescription("Alias of the key. Absent: derived. Immutable.")
        @Size(min = 1, max = 250)
        @Pattern(Patterns.AWS_NAME)
        String awsName) {}
