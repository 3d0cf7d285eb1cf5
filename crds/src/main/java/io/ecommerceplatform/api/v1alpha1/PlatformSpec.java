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
import io.ecommerceplatform.api.v1alpha1.rules.AwsRules;
import io.ecommerceplatform.api.v1alpha1.rules.CacheRules;
import io.ecommerceplatform.api.v1alpha1.rules.EdgeRules;
import io.ecommerceplatform.api.v1alpha1.rules.ImageRules;
import io.ecommerceplatform.api.v1alpha1.rules.NameRules;
import io.ecommerceplatform.api.v1alpha1.rules.ProductionRules;
import io.ecommerceplatform.api.v1alpha1.rules.ReferenceRules;
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
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** What the user wants the platform to be. */
@ValidationRule(value = AwsRules.DATABASES, messageExpression = AwsRules.DATABASES_MESSAGE)
@ValidationRule(value = AwsRules.CACHES, messageExpression = AwsRules.CACHES_MESSAGE)
@ValidationRule(value = AwsRules.SEARCH, message = AwsRules.SEARCH_MESSAGE)
@ValidationRule(value = AwsRules.IMAGES, message = AwsRules.IMAGES_MESSAGE)
@ValidationRule(value = AwsRules.TRANSPORT, message = AwsRules.TRANSPORT_MESSAGE)
@ValidationRule(value = AwsRules.TABLES, message = AwsRules.TABLES_MESSAGE)
@ValidationRule(value = AwsRules.BUCKETS, message = AwsRules.BUCKETS_MESSAGE)
@ValidationRule(value = AwsRules.SHARED_FILES, message = AwsRules.SHARED_FILES_MESSAGE)
@ValidationRule(value = AwsRules.CDN, message = AwsRules.CDN_MESSAGE)
@ValidationRule(value = AwsRules.FRONTEND, message = AwsRules.FRONTEND_MESSAGE)
@ValidationRule(value = AwsRules.WAF, message = AwsRules.WAF_MESSAGE)
@ValidationRule(value = AwsRules.HOSTED_ZONE, message = AwsRules.HOSTED_ZONE_MESSAGE)
@ValidationRule(value = AwsRules.CERTIFICATE, message = AwsRules.CERTIFICATE_MESSAGE)
@ValidationRule(value = AwsRules.EMAIL, message = AwsRules.EMAIL_MESSAGE)
@ValidationRule(value = AwsRules.AUTH, message = AwsRules.AUTH_MESSAGE)
@ValidationRule(value = AwsRules.KMS, message = AwsRules.KMS_MESSAGE)
@ValidationRule(value = AwsRules.SECRETS, message = AwsRules.SECRETS_MESSAGE)
@ValidationRule(value = AwsRules.ANALYTICS, message = AwsRules.ANALYTICS_MESSAGE)
@ValidationRule(value = AwsRules.LOGS, message = AwsRules.LOGS_MESSAGE)
@ValidationRule(value = AwsRules.INSIGHTS, message = AwsRules.INSIGHTS_MESSAGE)
@ValidationRule(value = AwsRules.TRACING, message = AwsRules.TRACING_MESSAGE)
@ValidationRule(value = AwsRules.RECOVERY, message = AwsRules.RECOVERY_MESSAGE)
@ValidationRule(value = AwsRules.BACKUP_COPY, message = AwsRules.BACKUP_COPY_MESSAGE)
@ValidationRule(value = AwsRules.STANDBY, message = AwsRules.STANDBY_MESSAGE)
@ValidationRule(
    value = AwsRules.REPLICATED_TABLES,
    messageExpression = AwsRules.REPLICATED_TABLES_MESSAGE)
@ValidationRule(
    value = AwsRules.REPLICATED_BUCKETS,
    messageExpression = AwsRules.REPLICATED_BUCKETS_MESSAGE)
@ValidationRule(value = AwsRules.BACKUP_REGION, messageExpression = AwsRules.BACKUP_REGION_MESSAGE)
@ValidationRule(
    value = AwsRules.RECOVERY_TARGET,
    messageExpression = AwsRules.RECOVERY_TARGET_MESSAGE)
@ValidationRule(value = AwsRules.AURORA, messageExpression = AwsRules.AURORA_MESSAGE)
@ValidationRule(value = CacheRules.ONE_REPLICA, messageExpression = CacheRules.ONE_REPLICA_MESSAGE)
@ValidationRule(
    value = CacheRules.GUARDED_PORT,
    messageExpression = CacheRules.GUARDED_PORT_MESSAGE)
@ValidationRule(value = ProductionRules.NEEDS_AWS, message = ProductionRules.NEEDS_AWS_MESSAGE)
@ValidationRule(
    value = ProductionRules.NEEDS_DOMAIN,
    message = ProductionRules.NEEDS_DOMAIN_MESSAGE)
@ValidationRule(
    value = ProductionRules.LATEST_SERVICES,
    messageExpression = ProductionRules.LATEST_SERVICES_MESSAGE)
@ValidationRule(
    value = ProductionRules.LATEST_JOBS,
    messageExpression = ProductionRules.LATEST_JOBS_MESSAGE)
@ValidationRule(
    value = ProductionRules.LATEST_DATABASES,
    messageExpression = ProductionRules.LATEST_DATABASES_MESSAGE)
@ValidationRule(
    value = ProductionRules.LATEST_CACHES,
    messageExpression = ProductionRules.LATEST_CACHES_MESSAGE)
@ValidationRule(
    value = ProductionRules.LATEST_SEARCH,
    message = ProductionRules.LATEST_SEARCH_MESSAGE)
@ValidationRule(
    value = ProductionRules.LATEST_KAFKA,
    message = ProductionRules.LATEST_KAFKA_MESSAGE)
@ValidationRule(
    value = ProductionRules.CACHE_TLS,
    messageExpression = ProductionRules.CACHE_TLS_MESSAGE)
@ValidationRule(
    value = ProductionRules.ENCRYPTED,
    messageExpression = ProductionRules.ENCRYPTED_MESSAGE)
@ValidationRule(value = NameRules.CACHES, messageExpression = NameRules.CACHES_MESSAGE)
@ValidationRule(value = NameRules.TABLES, messageExpression = NameRules.TABLES_MESSAGE)
@ValidationRule(value = NameRules.BUCKETS, messageExpression = NameRules.BUCKETS_MESSAGE)
@ValidationRule(value = NameRules.SHARED_FILES, messageExpression = NameRules.SHARED_FILES_MESSAGE)
@ValidationRule(value = NameRules.TOPICS, messageExpression = NameRules.TOPICS_MESSAGE)
@ValidationRule(value = NameRules.QUEUES, messageExpression = NameRules.QUEUES_MESSAGE)
@ValidationRule(value = NameRules.SERVICES, messageExpression = NameRules.SERVICES_MESSAGE)
@ValidationRule(value = NameRules.JOBS, messageExpression = NameRules.JOBS_MESSAGE)
@ValidationRule(value = ReferenceRules.USES, messageExpression = ReferenceRules.USES_MESSAGE)
@ValidationRule(
    value = ReferenceRules.JOB_USES,
    messageExpression = ReferenceRules.JOB_USES_MESSAGE)
@ValidationRule(
    value = ReferenceRules.PUBLISHES,
    messageExpression = ReferenceRules.PUBLISHES_MESSAGE)
@ValidationRule(
    value = ReferenceRules.JOB_PUBLISHES,
    messageExpression = ReferenceRules.JOB_PUBLISHES_MESSAGE)
@ValidationRule(
    value = ReferenceRules.CONSUMES,
    messageExpression = ReferenceRules.CONSUMES_MESSAGE)
@ValidationRule(
    value = ReferenceRules.JOB_CONSUMES,
    messageExpression = ReferenceRules.JOB_CONSUMES_MESSAGE)
@ValidationRule(
    value = ReferenceRules.DEPENDS_ON,
    messageExpression = ReferenceRules.DEPENDS_ON_MESSAGE)
@ValidationRule(
    value = ReferenceRules.SUBSCRIBES,
    messageExpression = ReferenceRules.SUBSCRIBES_MESSAGE)
@ValidationRule(
    value = ReferenceRules.QUEUE_DEPTH,
    messageExpression = ReferenceRules.QUEUE_DEPTH_MESSAGE)
@ValidationRule(value = ReferenceRules.MOUNTS, messageExpression = ReferenceRules.MOUNTS_MESSAGE)
@ValidationRule(
    value = ReferenceRules.JOB_MOUNTS,
    messageExpression = ReferenceRules.JOB_MOUNTS_MESSAGE)
@ValidationRule(
    value = ReferenceRules.NETWORK_LOAD_BALANCER,
    messageExpression = ReferenceRules.NETWORK_LOAD_BALANCER_MESSAGE)
@ValidationRule(value = EdgeRules.EXPOSED, messageExpression = EdgeRules.EXPOSED_MESSAGE)
@ValidationRule(value = EdgeRules.PATHS, messageExpression = EdgeRules.PATHS_MESSAGE)
@ValidationRule(value = ImageRules.SERVICES, messageExpression = ImageRules.SERVICES_MESSAGE)
@ValidationRule(value = ImageRules.PORTS, messageExpression = ImageRules.PORTS_MESSAGE)
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
        @Size(max = 20)
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
    @JsonPropertyDescription("DynamoDB tables by name.") @Size(max = 20) @ListMap("name")
        List<TableSpec> tables,
    @JsonPropertyDescription("S3 buckets by name.") @Size(max = 20) @ListMap("name")
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
