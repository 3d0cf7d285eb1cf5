package io.ecommerceplatform.api.v1alpha1.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Who signs customers in. */
@ValidationRule(
    value =
        "has(self.awsName) == has(oldSelf.awsName) && (!has(self.awsName) || self.awsName == "
            + "oldSelf.awsName)",
    message =
        "awsName is immutable: the item in AWS would be replaced. Add a second item under "
            + "another name, move the data, then remove this one",
    fieldPath = ".awsName")
@ValidationRule(
    value =
        "self.provider == 'Cognito' || !(has(self.mfa) || has(self.awsName) || "
            + "has(self.deletionPolicy))",
    message =
        "auth: mfa, awsName and deletionPolicy are settings of Cognito: remove them or use "
            + "Cognito")
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
