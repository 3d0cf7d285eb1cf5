package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A read replica of a database. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReadReplica(
    @JsonPropertyDescription("Name of the replica.")
        @Required
        @Size(min = 1, max = 40)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("Instance class. Absent: the server's.")
        @Size(min = 4, max = 40)
        @Pattern(Patterns.DB_CLASS)
        String instanceClass,
    @JsonPropertyDescription("Identifier in AWS. Absent: derived. Immutable.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.DB_NAME)
        String awsName) {}
