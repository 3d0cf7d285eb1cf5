package io.ecommerceplatform.api.v1alpha1.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.EgressRule;
import io.ecommerceplatform.api.v1alpha1.common.EnvVarSpec;
import io.ecommerceplatform.api.v1alpha1.common.ImageSpec;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.ecommerceplatform.api.v1alpha1.common.MountSpec;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.ecommerceplatform.api.v1alpha1.common.PlacementSpec;
import io.ecommerceplatform.api.v1alpha1.common.ResourcesSpec;
import io.ecommerceplatform.api.v1alpha1.rules.CronRules;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** A CronJob. */
@ValidationRule(
    value = "has(self.image.repository) && (has(self.image.tag) || has(self.image.digest))",
    messageExpression =
        "'jobs[%s].image: a job needs a repository and a tag or digest'.format([self.name])")
@ValidationRule(value = CronRules.JOB, messageExpression = CronRules.JOB_MESSAGE)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JobSpec(
    @JsonPropertyDescription("Name of the CronJob.")
        @Required
        @Size(min = 1, max = 52)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription("Image of the job.") @Required ImageSpec image,
    @JsonPropertyDescription("Arguments of the image's entry point.") @Size(max = 20)
        List<@Size(max = 1024) String> args,
    @JsonPropertyDescription("Cron expression.")
        @Required
        @Size(min = 9, max = 100)
        @Pattern(Patterns.CRON)
        String schedule,
    @JsonPropertyDescription("Time zone. Absent: UTC.")
        @Size(min = 1, max = 64)
        @Pattern(Patterns.TIME_ZONE)
        String timeZone,
    @JsonPropertyDescription("Nodes that pods may use.") PlacementSpec placement,
    @JsonPropertyDescription("CPU and memory of a pod.") ResourcesSpec resources,
    @JsonPropertyDescription(
            "Databases, caches, tables, buckets, search, kafka and shared files by name.")
        @Size(max = 16)
        List<@Size(min = 1, max = 63) @Pattern(Patterns.LABEL) String> uses,
    @JsonPropertyDescription("Topics that the job publishes to.") @Size(max = 12)
        List<@Size(min = 1, max = 80) @Pattern(Patterns.LABEL) String> publishes,
    @JsonPropertyDescription("Queues that the job reads.") @Size(max = 12)
        List<@Size(min = 1, max = 80) @Pattern(Patterns.LABEL) String> consumes,
    @JsonPropertyDescription("Ways out of the cluster beside what it uses.") @Size(max = 20)
        List<EgressRule> egress,
    @JsonPropertyDescription("Shared file systems in the container.")
        @Size(max = 5)
        @ListMap("path")
        List<MountSpec> mounts,
    @JsonPropertyDescription("Further environment variables.") @Size(max = 50) @ListMap("name")
        List<EnvVarSpec> env) {
  public JobSpec {
    args = Copies.list(args);
    uses = Copies.list(uses);
    publishes = Copies.list(publishes);
    consumes = Copies.list(consumes);
    egress = Copies.list(egress);
    mounts = Copies.list(mounts);
    env = Copies.list(env);
  }
}
