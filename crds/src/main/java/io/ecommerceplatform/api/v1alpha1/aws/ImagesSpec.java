package io.ecommerceplatform.api.v1alpha1.aws;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Where images come from and how long they stay. */
@ValidationRule(
    value = "(self.registry == 'External') == has(self.host)",
    message = "images: registry External needs a host, and only External has one")
@ValidationRule(
    value = "self.registry == 'External' || !has(self.pullSecret)",
    message = "images.pullSecret: ECR needs none: remove it or use External")
@ValidationRule(
    value =
        "self.registry == 'ECR' || !(has(self.imageTagMutability) || has(self.encryption) || "
            + "has(self.scanOnPush) || has(self.keepTagged) || has(self.expireUntaggedDays))",
    message =
        "images: imageTagMutability, encryption, scanOnPush, keepTagged and "
            + "expireUntaggedDays are settings of ECR: remove them or use ECR")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImagesSpec(
    @JsonPropertyDescription("ECR: repositories are managed; External: any registry by its host.")
        @Required
        RegistryKind registry,
    @JsonPropertyDescription("Registry host with an optional path. Only with External.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.REGISTRY_HOST)
        String host,
    @JsonPropertyDescription("Secret of type kubernetes.io/dockerconfigjson. Only with External.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.SUBDOMAIN)
        String pullSecret,
    @JsonPropertyDescription("Repository = prefix + service.")
        @Size(max = 100)
        @Pattern(Patterns.REPOSITORY_PREFIX)
        String prefix,
    @JsonPropertyDescription("Immutable or Mutable tags.") ImageTagMutability imageTagMutability,
    @JsonPropertyDescription("AES256 or KMS.") ImageEncryption encryption,
    @JsonPropertyDescription("Scan each pushed image for vulnerabilities.") Boolean scanOnPush,
    @JsonPropertyDescription("Keep the last N images whose tag starts with tagPrefix.")
        @Min(1)
        @Max(1000)
        Integer keepTagged,
    @JsonPropertyDescription("Prefix of release tags; the tag of a release is tagPrefix + version.")
        @Size(min = 1, max = 20)
        @Pattern(Patterns.IMAGE_TAG)
        String tagPrefix,
    @JsonPropertyDescription("Remove untagged images after this many days.") @Min(1) @Max(365)
        Integer expireUntaggedDays) {}
