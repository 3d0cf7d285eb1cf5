package io.ecommerceplatform.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** One environment variable, as a value or from a Secret. */
@ValidationRule(
    value = "has(self.value) != has(self.secret)",
    messageExpression = "'variable %s needs either value or secret'.format([self.name])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvVarSpec(
    @JsonPropertyDescription("Name of the variable.")
        @Required
        @Size(min = 1, max = 128)
        @Pattern(Patterns.ENV_NAME)
        String name,
    @JsonPropertyDescription("Value in clear. Never a secret.") @Size(max = 4096) String value,
    @JsonPropertyDescription("Key of a Secret that holds the value.") SecretKeyRef secret) {}
