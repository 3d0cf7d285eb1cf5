package io.ecommerceplatform.api.v1alpha1.observability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Clickstream and order analytics. */
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
public record AnalyticsSpec(
    @JsonPropertyDescription("Shards of the Kinesis stream.") @Min(1) @Max(100) Integer shards,
    @JsonPropertyDescription("Bucket of the data lake; made with defaults if it is not listed.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL)
        String lakeBucket,
    @JsonPropertyDescription("A QuickSight data source.") Boolean quickSight,
    @JsonPropertyDescription("Name of the stream. Absent: derived. Immutable.")
        @Size(min = 1, max = 128)
        @Pattern(Patterns.WAF_NAME)
        String awsName) {}
