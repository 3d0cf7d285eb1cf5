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
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** One microservice. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ServiceSpec(
    @JsonPropertyDescription("Name of the service and of its objects.")
        @Required
        @Size(min = 1, max = 57)
        @Pattern(Patterns.LABEL)
        String name,
    @JsonPropertyDescription(
            "Bundled component that supplies image, port, probes and bindings. Absent: the one "
                + "of the service's name.")
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
        @Size(max = 20)
        List<@Size(min = 1, max = 63) @Pattern(Patterns.LABEL) String> uses,
    @JsonPropertyDescription(
            "Topics that the service publishes to. Roles and policies follow from it.")
        @Size(max = 20)
        List<@Size(min = 1, max = 80) @Pattern(Patterns.LABEL) String> publishes,
    @JsonPropertyDescription(
            "Queues (with Kafka: topics) that the service reads. Roles and policies follow "
                + "from it.")
        @Size(max = 20)
        List<@Size(min = 1, max = 80) @Pattern(Patterns.LABEL) String> consumes,
    @JsonPropertyDescription("Ways out of the cluster beside what it uses.") @Size(max = 20)
        List<EgressRule> egress,
    @JsonPropertyDescription("Shared file systems in the container.")
        @Size(max = 5)
        @ListMap("path")
        List<MountSpec> mounts,
    @JsonPropertyDescription("Services that this one calls. Promotion follows this order.")
        @Size(max = 20)
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
