package io.ecommerceplatform.api.v1alpha1.recovery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.ecommerceplatform.api.v1alpha1.rules.CronRules;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Backups of the whole platform. */
@ValidationRule(
    value =
        "has(self.awsName) == has(oldSelf.awsName) && (!has(self.awsName) || self.awsName == "
            + "oldSelf.awsName)",
    message =
        "awsName is immutable: the item in AWS would be replaced. Add a second item under "
            + "another name, move the data, then remove this one",
    fieldPath = ".awsName")
@ValidationRule(
    value = "!has(self.retentionDays) || has(self.schedule)",
    message = "backup.retentionDays: belongs to a schedule, such as \"0 3 * * *\"")
@ValidationRule(
    value = "!has(self.copyToRegion) || has(self.schedule)",
    message = "backup.copyToRegion: belongs to a schedule, such as \"0 3 * * *\"")
@ValidationRule(value = CronRules.BACKUP, messageExpression = CronRules.BACKUP_MESSAGE)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BackupSpec(
    @JsonPropertyDescription("Cron expression in UTC.")
        @Size(min = 9, max = 100)
        @Pattern(Patterns.CRON)
        String schedule,
    @JsonPropertyDescription("Days that backups are kept.") @Min(1) @Max(3650)
        Integer retentionDays,
    @JsonPropertyDescription("Region that gets a copy of each copy that AWS Backup makes.")
        @Size(min = 9, max = 20)
        @Pattern(Patterns.REGION)
        String copyToRegion,
    @JsonPropertyDescription(
            "A Velero schedule with volume snapshots for what runs in the cluster.")
        Boolean velero,
    @JsonPropertyDescription(
            "Bucket of dumps of in-cluster stores; made with defaults if it is not listed.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.LABEL)
        String bucket,
    @JsonPropertyDescription("Name of the backup vault. Absent: derived. Immutable.")
        @Size(min = 2, max = 50)
        @Pattern(Patterns.AWS_NAME)
        String awsName) {}
