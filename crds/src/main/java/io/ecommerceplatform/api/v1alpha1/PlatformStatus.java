package io.ecommerceplatform.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.ecommerceplatform.api.v1alpha1.status.AwsItemStatus;
import io.ecommerceplatform.api.v1alpha1.status.CommandStatus;
import io.ecommerceplatform.api.v1alpha1.status.CostStatus;
import io.ecommerceplatform.api.v1alpha1.status.DataStatus;
import io.ecommerceplatform.api.v1alpha1.status.PlanStatus;
import io.ecommerceplatform.api.v1alpha1.status.RecoveryStatus;
import io.ecommerceplatform.api.v1alpha1.status.ReleaseStatus;
import io.ecommerceplatform.api.v1alpha1.status.RolloutStatus;
import io.ecommerceplatform.api.v1alpha1.status.ServiceStatus;
import io.ecommerceplatform.api.v1alpha1.status.SummaryStatus;
import io.ecommerceplatform.api.v1alpha1.status.UrlsStatus;
import io.ecommerceplatform.api.v1alpha1.status.WorkloadStatus;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** What the operator last saw and did. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlatformStatus(
    @JsonPropertyDescription("Generation of the resource that this status describes.") @Min(0)
        Long observedGeneration,
    @JsonPropertyDescription("One word for people.") Phase phase,
    @JsonPropertyDescription("What is ready, what is not and since when.") @Size(max = 2048)
        String message,
    @JsonPropertyDescription("Short texts behind the columns of kubectl get.")
        SummaryStatus summary,
    @JsonPropertyDescription(
            "Ready, Reconciling, Stalled, WorkloadsReady, DataReady, AwsReady, Drifted, "
                + "Progressing, Protected, PlanPending, WithinBudget, CredentialsValid.")
        @Size(max = 32)
        @ListMap("type")
        List<Condition> conditions,
    @JsonPropertyDescription("Where the shop answers.") UrlsStatus urls,
    @JsonPropertyDescription("Services by name.") @Size(max = 60) @ListMap("name")
        List<ServiceStatus> services,
    @JsonPropertyDescription(
            "Stores by name, with the engine, placement and region that they were first "
                + "made with.")
        @Size(max = 120)
        @ListMap("name")
        List<DataStatus> data,
    @JsonPropertyDescription("AWS items that are not Ready; the rest is counted in summary.aws.")
        @Size(max = 200)
        @ListMap("id")
        List<AwsItemStatus> aws,
    @JsonPropertyDescription("Rollouts by service.") @Size(max = 60) @ListMap("name")
        List<RolloutStatus> rollouts,
    @JsonPropertyDescription(
            "What else makes pods: tools of observability, a Kafka by Strimzi; by kind and name.")
        @Size(max = 16)
        @ListMap("name")
        List<WorkloadStatus> workloads,
    @JsonPropertyDescription("The release that promotes several services together.")
        ReleaseStatus release,
    @JsonPropertyDescription(
            "Disaster recovery: roles, protection, the running operation, history.")
        RecoveryStatus recovery,
    @JsonPropertyDescription("The plan that waits or was last applied.") PlanStatus plan,
    @JsonPropertyDescription("Monthly estimate.") CostStatus cost,
    @JsonPropertyDescription("Commands by annotation that were handled, newest last.")
        @Size(max = 50)
        List<CommandStatus> commands,
    @JsonPropertyDescription("Name of the ConfigMap that lists every item in full.")
        @Size(max = 253)
        String details) {
  public PlatformStatus {
    conditions = Copies.list(conditions);
    services = Copies.list(services);
    data = Copies.list(data);
    aws = Copies.list(aws);
    rollouts = Copies.list(rollouts);
    workloads = Copies.list(workloads);
    commands = Copies.list(commands);
  }
}
