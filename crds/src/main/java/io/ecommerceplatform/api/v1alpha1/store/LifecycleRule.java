package io.ecommerceplatform.api.v1alpha1.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** What happens to objects with age. */
@ValidationRule(
    value = "has(self.expireDays) || has(self.archiveDays) || has(self.noncurrentExpireDays)",
    message = "a rule needs expireDays, archiveDays or noncurrentExpireDays")
@ValidationRule(
    value =
        "!has(self.expireDays) || !has(self.archiveDays) || self.archiveDays < "
            + "self.expireDays",
    messageExpression =
        "'archiveDays %s is not before expireDays %s'.format([self.archiveDays, "
            + "self.expireDays])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LifecycleRule(
    @JsonPropertyDescription("Prefix of the objects. Absent or empty: all.") @Size(max = 255)
        String prefix,
    @JsonPropertyDescription("Delete after this many days.") @Min(1) @Max(36500) Integer expireDays,
    @JsonPropertyDescription("Move to Glacier after this many days.") @Min(1) @Max(36500)
        Integer archiveDays,
    @JsonPropertyDescription("Delete old versions after this many days.") @Min(1) @Max(36500)
        Integer noncurrentExpireDays) {}
