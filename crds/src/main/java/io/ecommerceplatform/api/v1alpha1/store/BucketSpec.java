package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** One S3 bucket. */
@ValidationRule(
    value =
        "has(self.awsName) == has(oldSelf.awsName) && (!has(self.awsName) || self.awsName == "
            + "oldSelf.awsName)",
    message =
        "awsName is immutable: the item in AWS would be replaced. Add a second item under "
            + "another name, move the data, then remove this one",
    fieldPath = ".awsName")
@ValidationRule(
    value = "!has(self.replicate) || !self.replicate || !has(self.versioning) || self.versioning",
    messageExpression = "'buckets[%s].versioning: replicate needs versioning'.format([self.name])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BucketSpec(
    @JsonPropertyDescription("Name of the bucket.")
        @Required
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("Name in AWS. Absent: derived. Immutable.")
        @Size(min = 3, max = 63)
        @Pattern(Patterns.BUCKET_NAME)
        String awsName,
    @JsonPropertyDescription("Keep old versions of objects.") Boolean versioning,
    @JsonPropertyDescription("Move objects between tiers by use.") Boolean intelligentTiering,
    @JsonPropertyDescription("Rules by prefix.") @Size(max = 20) List<LifecycleRule> lifecycle,
    @JsonPropertyDescription("Copy to the standby region.") Boolean replicate,
    @JsonPropertyDescription("What happens to the data when the bucket leaves the resource.")
        DeletionPolicy deletionPolicy) {
  public BucketSpec {
    lifecycle = Copies.list(lifecycle);
  }
}
