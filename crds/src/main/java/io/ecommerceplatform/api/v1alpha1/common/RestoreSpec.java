package io.ecommerceplatform.api.v1alpha1.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Creates a store from a copy of data, beside the old one; then bindings switch. */
@ValidationRule(
    value =
        "[has(self.snapshot), has(self.time), has(self.backup), "
            + "has(self.retained)].filter(x, x).size() == 1",
    message = "restoreFrom needs exactly one of snapshot, time, backup and retained")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RestoreSpec(
    @JsonPropertyDescription("Name of a snapshot.") @Size(min = 1, max = 255) String snapshot,
    @JsonPropertyDescription(
            "Point in time of this store's own backups, such as 2026-01-07T03:00:00Z.")
        @Size(min = 20, max = 35)
        @Pattern(Patterns.TIMESTAMP)
        String time,
    @JsonPropertyDescription(
            "Name of a backup of an in-cluster store, or an AWS Backup recovery point.")
        @Size(min = 1, max = 255)
        String backup,
    @JsonPropertyDescription("awsName of a store that an earlier platform retained.")
        @Size(min = 1, max = 255)
        String retained) {}
