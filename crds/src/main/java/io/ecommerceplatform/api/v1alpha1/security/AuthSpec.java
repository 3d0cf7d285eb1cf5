package io.ecommerceplatform.api.v1alpha1.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Who signs customers in. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuthSpec(
    @JsonPropertyDescription("BuiltIn (the user service) or Cognito.") @Required
        AuthProvider provider,
    @JsonPropertyDescription("Off, Optional or Required.") Mfa mfa,
    @JsonPropertyDescription("Name of the user pool. Absent: derived. Immutable.")
        @Size(min = 1, max = 128)
        @Pattern(Patterns.AWS_NAME)
        String awsName,
    @JsonPropertyDescription("What happens to the user pool when it leaves the resource.")
        DeletionPolicy deletionPolicy) {}
