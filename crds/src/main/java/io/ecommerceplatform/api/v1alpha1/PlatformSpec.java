package io.ecommerceplatform.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.aws.AwsSpec;
import io.ecommerceplatform.api.v1alpha1.aws.ImagesSpec;
import io.ecommerceplatform.api.v1alpha1.common.Copies;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.ecommerceplatform.api.v1alpha1.edge.DomainSpec;
import io.ecommerceplatform.api.v1alpha1.edge.EdgeSpec;
import io.ecommerceplatform.api.v1alpha1.messaging.MessagingSpec;
import io.ecommerceplatform.api.v1alpha1.observability.AnalyticsSpec;
import io.ecommerceplatform.api.v1alpha1.observability.CostSpec;
import io.ecommerceplatform.api.v1alpha1.observability.ObservabilitySpec;
import io.ecommerceplatform.api.v1alpha1.recovery.BackupSpec;
import io.ecommerceplatform.api.v1alpha1.recovery.DisasterRecoverySpec;
import io.ecommerceplatform.api.v1alpha1.rollout.ReleaseSpec;
import io.ecommerceplatform.api.v1alpha1.security.AuthSpec;
import io.ecommerceplatform.api.v1alpha1.security.EmailSpec;
import io.ecommerceplatform.api.v1alpha1.security.EncryptionSpec;
import io.ecommerceplatform.api.v1alpha1.security.SecretsSpec;
import io.ecommerceplatform.api.v1alpha1.service.JobSpec;
import io.ecommerceplatform.api.v1alpha1.service.ServiceSpec;
import io.ecommerceplatform.api.v1alpha1.store.BucketSpec;
import io.ecommerceplatform.api.v1alpha1.store.CacheSpec;
import io.ecommerceplatform.api.v1alpha1.store.DatabaseSpec;
import io.ecommerceplatform.api.v1alpha1.store.KafkaSpec;
import io.ecommerceplatform.api.v1alpha1.store.SearchSpec;
import io.ecommerceplatform.api.v1alpha1.store.SharedFilesSpec;
import io.ecommerceplatform.api.v1alpha1.store.TableSpec;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** What the user wants the platform to be. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlatformSpec(
    @JsonPropertyDescription("Decides every default that is not set here: Economy or Production.")
        @Required
        Profile profile,
    @JsonPropertyDescription(
            "Apply; Plan: write the plan and change nothing; Observe: report drift only; "
                + "Paused: do nothing.")
        @Default("Apply")
        Mode mode,
    @JsonPropertyDescription(
            "Release of the bundled services, such as 1.4.0. A service can override its "
                + "image. Absent: the release of the operator.")
        @Size(min = 1, max = 63)
        @Pattern(Patterns.SEMVER)
        String version,
    @JsonPropertyDescription(
            "Accounts, regions and policies in AWS. Absent: nothing in AWS is touched.")
        AwsSpec aws,
    @JsonPropertyDescription("Host name of the shop, its DNS zone and certificate.")
        DomainSpec domain,
    @JsonPropertyDescription(
            "Where images come from. Absent: the registry of the operator's own image.")
        ImagesSpec images,
    @JsonPropertyDescription("Microservices by name. Absent: the whole bundled shop.")
        @Size(max = 60)
        @ListMap("name")
        List<ServiceSpec> services,
    @JsonPropertyDescription("Scheduled jobs by name, each a CronJob.")
        @Size(max = 30)
        @ListMap("name")
        List<JobSpec> jobs,
    @JsonPropertyDescription(
            "Database servers by name. Each service that uses one gets its own database "
                + "and user on it.")
        @Size(max = 20)
        @ListMap("name")
        List<DatabaseSpec> databases,
    @JsonPropertyDescription("Redis caches by name.") @Size(max = 10) @ListMap("name")
        List<CacheSpec> caches,
    @JsonPropertyDescription("The OpenSearch cluster. Services name it as search.")
        SearchSpec search,
    @JsonPropertyDescription("The Kafka cluster. Services name it as kafka.") KafkaSpec kafka,
    @JsonPropertyDescription("Transport, topics and queues of events.") MessagingSpec messaging,
    @JsonPropertyDescription("DynamoDB tables by name.") @Size(max = 30) @ListMap("name")
        List<TableSpec> tables,
    @JsonPropertyDescription("S3 buckets by name.") @Size(max = 30) @ListMap("name")
        List<BucketSpec> buckets,
    @JsonPropertyDescription("EFS file systems by name.") @Size(max = 10) @ListMap("name")
        List<SharedFilesSpec> sharedFiles,
    @JsonPropertyDescription(
            "What faces the internet: load balancers, CDN, static frontend, web "
                + "application firewall.")
        EdgeSpec edge,
    @JsonPropertyDescription("Sender of the shop's e-mail and text messages.") EmailSpec email,
    @JsonPropertyDescription("Who signs customers in.") AuthSpec auth,
    @JsonPropertyDescription("Keys of data at rest.") EncryptionSpec encryption,
    @JsonPropertyDescription("Where secrets live and how often they rotate.") SecretsSpec secrets,
    @JsonPropertyDescription("Clickstream and order analytics: Kinesis, Firehose, Glue, Athena.")
        AnalyticsSpec analytics,
    @JsonPropertyDescription("Logs, traces, alerts and objectives.")
        ObservabilitySpec observability,
    @JsonPropertyDescription("Backups of the whole platform.") BackupSpec backup,
    @JsonPropertyDescription("Warm standby in the second region.")
        DisasterRecoverySpec disasterRecovery,
    @JsonPropertyDescription("How services of one change are rolled out together.")
        ReleaseSpec release,
    @JsonPropertyDescription("Budget, and what the estimate cannot see by itself.") CostSpec cost) {
  public PlatformSpec {
    services = Copies.list(services);
    jobs = Copies.list(jobs);
    databases = Copies.list(databases);
    caches = Copies.list(caches);
    tables = Copies.list(tables);
    buckets = Copies.list(buckets);
    sharedFiles = Copies.list(sharedFiles);
  }
}
