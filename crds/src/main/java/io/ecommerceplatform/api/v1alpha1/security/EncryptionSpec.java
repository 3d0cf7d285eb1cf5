package io.ecommerceplatform.api.v1alpha1.security;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Keys of data at rest. */
@ValidationRule(
    value =
        "has(self.awsName) == has(oldSelf.awsName) && (!has(self.awsName) || self.awsName == "
            + "oldSelf.awsName)",
    message =
        "awsName is immutable: the item in AWS would be replaced. Add a second item under "
            + "another name, move the data, then remove this one",
    fieldPath = ".awsName")
@ValidationRule(
    value = "!has(self.awsName) || (has(self.kms) && self.kms)",
    message = "encryption.awsName: names a KMS key: set kms to true")
@ValidationRule(
    value = "!has(self.awsName) || !self.awsName.startsWith('aws/')",
    message = "encryption.awsName: aliases that start with aws/ belong to AWS: take another one")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EncryptionSpec(
    @JsonPropertyDescription("An own KMS key with rotation. false: the AWS key still encrypts.")
        Boolean kms,
    @JsonPropertyDescription("Alias of the key. Absent: derived. Immutable.")
        @Size(min = 1, max = 250)
        @Pattern(Patterns.KMS_ALIAS)
        String awsName) {}
