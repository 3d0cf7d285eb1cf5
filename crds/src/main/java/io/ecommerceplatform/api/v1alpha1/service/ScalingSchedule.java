package io.ecommerceplatform.api.v1alpha1.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.ecommerceplatform.api.v1alpha1.rules.CronRules;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Other bounds between two times. */
@ValidationRule(
    value = "!has(self.maxReplicas) || self.minReplicas <= self.maxReplicas",
    messageExpression =
        "'minReplicas %s is above maxReplicas %s'.format([self.minReplicas, "
            + "self.maxReplicas])")
@ValidationRule(
    value = "self.start != self.end",
    messageExpression =
        "'start and end are both %s: the schedule would never hold'.format([self.start])")
@ValidationRule(value = CronRules.START, messageExpression = CronRules.START_MESSAGE)
@ValidationRule(value = CronRules.END, messageExpression = CronRules.END_MESSAGE)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScalingSchedule(
    @JsonPropertyDescription("Cron expression of the start.")
        @Required
        @Size(min = 9, max = 100)
        @Pattern(Patterns.CRON)
        String start,
    @JsonPropertyDescription("Cron expression of the end.")
        @Required
        @Size(min = 9, max = 100)
        @Pattern(Patterns.CRON)
        String end,
    @JsonPropertyDescription("Time zone, such as Asia/Singapore. Absent: UTC.")
        @Size(min = 1, max = 64)
        @Pattern(Patterns.TIME_ZONE)
        String timeZone,
    @JsonPropertyDescription("Fewest replicas in that time.") @Required @Min(1) @Max(1000)
        Integer minReplicas,
    @JsonPropertyDescription("Most replicas in that time.") @Min(1) @Max(1000)
        Integer maxReplicas) {}
