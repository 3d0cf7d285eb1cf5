package io.ecommerceplatform.api.v1alpha1.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A mail server. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SmtpSpec(
    @JsonPropertyDescription("Host name.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Patterns.HOST)
        String host,
    @JsonPropertyDescription("Port. Absent: 587.") @Min(1) @Max(65535) Integer port,
    @JsonPropertyDescription("Secret with the keys username and password.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.SUBDOMAIN)
        String secret) {}
