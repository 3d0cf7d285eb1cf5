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
import io.ecommerceplatform.api.v1alpha1.rollout.RolloutSpec;
import io.ecommerceplatform.api.v1alpha1.rules.ImageRules;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** One microservice. */
@ValidationRule(value = ImageRules.COMPONENT, messageExpression = ImageRules.COMPONENT_MESSAGE)
@ValidationRule(
    value = "!has(self.dependsOn) || !(self.name in self.dependsOn)",
    messageExpression =
        "'services[%s].dependsOn: a service cannot depend on itself'.format([self.name])")
@ValidationRule(
    value = "!self.name.endsWith('-blue') && !self.name.endsWith('-green')",
    messageExpression =
        "'services[%s].name: the endings -blue and -green are taken by the two colours of a "
            + "service'.format([self.name])")
@ValidationRule(
    value = "!has(self.expose) || self.name.size() <= 50",
    messageExpression =
        "'services[%s].name: it has %s characters, and the annotation of the load balancer "
            + "leaves room for 50 in an exposed service: shorten it'.format([self.name, "
            + "self.name.size()])")
@ValidationRule(
    value =
        "!has(self.scaling) || !has(self.scaling.minReplicas) || "
            + "!has(self.scaling.maxReplicas) || self.scaling.minReplicas <= "
            + "self.scaling.maxReplicas",
    messageExpression =
        "'services[%s].scaling: minReplicas %s is above maxReplicas %s'.format([self.name, "
            + "self.scaling.minReplicas, self.scaling.maxReplicas])")
@ValidationRule(
    value =
        "!has(self.scaling) || !has(self.scaling.maxReplicas) || "
            + "!has(self.scaling.schedules) || self.scaling.schedules.all(s, s.minReplicas <= "
            + "(has(s.maxReplicas) ? s.maxReplicas : self.scaling.maxReplicas))",
    messageExpression =
        "'services[%s].scaling.schedules: minReplicas %s is above "
            + "maxReplicas'.format([self.name, self.scaling.schedules.filter(s, s.minReplicas > "
            + "(has(s.maxReplicas) ? s.maxReplicas : self.scaling.maxReplicas))[0].minReplicas])")
@ValidationRule(
    value = "!has(self.rollout) || self.rollout.strategy == 'Canary' || !has(self.rollout.steps)",
    messageExpression =
        "'services[%s].rollout.steps: only Canary moves in steps: remove them or set "
            + "strategy to Canary'.format([self.name])")
@ValidationRule(
    value = "!has(self.rollout) || self.rollout.strategy != 'Canary' || has(self.rollout.steps)",
    messageExpression =
        "'services[%s].rollout.steps: Canary needs steps, such as [{weight: 10, "
            + "pauseSeconds: 60}, {weight: 50, pauseSeconds: 60}]'.format([self.name])")
@ValidationRule(
    value =
        "!has(self.rollout) || self.rollout.strategy == 'Rolling' || "
            + "!has(self.rollout.rolling)",
    messageExpression =
        "'services[%s].rollout.rolling: only strategy Rolling has a rolling "
            + "section'.format([self.name])")
@ValidationRule(
    value =
        "!has(self.rollout) || self.rollout.strategy != 'Rolling' || "
            + "(!has(self.rollout.analysis) && !has(self.rollout.bakeSeconds) && "
            + "!has(self.rollout.autoPromote))",
    messageExpression =
        "'services[%s].rollout: Rolling has no analysis, bakeSeconds or autoPromote: use "
            + "BlueGreen or Canary'.format([self.name])")
@ValidationRule(
    value =
        "!has(self.rollout) || !has(self.rollout.steps) || self.rollout.steps.all(a, "
            + "has(a.weight) != has(a.pause))",
    messageExpression =
        "'services[%s].rollout.steps: each step has either weight or "
            + "pause'.format([self.name])")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceSpec(
    @JsonPropertyDescription(
            "Name of the service and of its objects. Absent component: a bundled component "
                + "of that name supplies image, port, probes and bindings.")
        @Required
        @Size(min = 1, max = 57)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription(
            "Bundled component that the service runs under its own name, such as web for "
                + "portal and admin. Absent: the component of the service's name.")
        @Size(min = 1, max = 57)
        @Pattern(Patterns.LABEL)
        String component,
    @JsonPropertyDescription("Image. Required for a service that is not bundled.") ImageSpec image,
    @JsonPropertyDescription("Port of the container.") @Min(1) @Max(65535) Integer port,
    @JsonPropertyDescription("Probes of a service that is not bundled.") HealthSpec health,
    @JsonPropertyDescription("Replicas and what moves them.") ScalingSpec scaling,
    @JsonPropertyDescription("CPU and memory of a pod.") ResourcesSpec resources,
    @JsonPropertyDescription("Nodes that pods may use.") PlacementSpec placement,
    @JsonPropertyDescription("Path on the load balancer. Absent: in-cluster only.")
        ExposeSpec expose,
    @JsonPropertyDescription(
            "Databases, caches, tables, buckets, search, kafka and shared files by name.")
        @Size(max = 16)
        List<@Size(min = 1, max = 63) @Pattern(Patterns.LABEL) String> uses,
    @JsonPropertyDescription(
            "Topics that the service publishes to. Roles and policies follow from it.")
        @Size(max = 12)
        List<@Size(min = 1, max = 80) @Pattern(Patterns.LABEL) String> publishes,
    @JsonPropertyDescription(
            "Queues (with Kafka: topics) that the service reads. Roles and policies follow "
                + "from it.")
        @Size(max = 12)
        List<@Size(min = 1, max = 80) @Pattern(Patterns.LABEL) String> consumes,
    @JsonPropertyDescription("Ways out of the cluster beside what it uses.") @Size(max = 20)
        List<EgressRule> egress,
    @JsonPropertyDescription("Shared file systems in the container.")
        @Size(max = 5)
        @ListMap("path")
        List<MountSpec> mounts,
    @JsonPropertyDescription("Services that this one calls. Promotion follows this order.")
        @Size(max = 16)
        List<@Size(min = 1, max = 57) @Pattern(Patterns.LABEL) String> dependsOn,
    @JsonPropertyDescription("Job: a Job before new pods start; Startup: the service itself.")
        Migrations migrations,
    @JsonPropertyDescription("Further environment variables.") @Size(max = 50) @ListMap("name")
        List<EnvVarSpec> env,
    @JsonPropertyDescription("How a new revision replaces the old one.") RolloutSpec rollout) {
  public ServiceSpec {
    uses = Copies.list(uses);
    publishes = Copies.list(publishes);
    consumes = Copies.list(consumes);
    egress = Copies.list(egress);
    mounts = Copies.list(mounts);
    dependsOn = Copies.list(dependsOn);
    env = Copies.list(env);
  }
}
