package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A read replica of a database. */
@ValidationRule(
    value =
        "has(self.awsName) == has(oldSelf.awsName) && (!has(self.awsName) || self.awsName == "
            + "oldSelf.awsName)",
    message =
        "awsName is immutable: the item in AWS would be replaced. Add a second item under "
            + "another name, move the data, then remove this one",
    fieldPath = ".awsName")
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
