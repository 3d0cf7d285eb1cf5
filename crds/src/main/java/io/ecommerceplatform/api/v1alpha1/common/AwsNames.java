package io.ecommerceplatform.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;

/** Names of the AWS items beside a store, for platforms that take over existing ones. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AwsNames(
    @JsonPropertyDescription("Subnet group.") @Size(min = 1, max = 255) @Pattern(Patterns.AWS_NAME)
        String subnetGroup,
    @JsonPropertyDescription("Security group.")
        @Size(min = 1, max = 255)
        @Pattern(Patterns.AWS_NAME)
        String securityGroup,
    @JsonPropertyDescription("Parameter group that is made from parameters.")
        @Size(min = 1, max = 255)
        @Pattern(Patterns.AWS_NAME)
        String parameterGroup,
    @JsonPropertyDescription("Secrets Manager secret of the credentials.")
        @Size(min = 1, max = 512)
        @Pattern(Patterns.AWS_NAME)
        String credentials) {}
