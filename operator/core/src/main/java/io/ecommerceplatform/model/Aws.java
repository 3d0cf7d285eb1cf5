package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.aws.ApprovalPolicy;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a platform wants in AWS, and as whom.
 *
 * @param identity name that the operator's configuration maps to a role
 * @param region the home region
 * @param otherRegions where copies of its data may be, whether or not one is wanted there now
 * @param approval which changes wait for a person
 * @param deletionPolicy what becomes of data that leaves the resource; empty for each type's own
 * @param adopt what is taken over, as {@code type/awsName}
 * @param tags tags of every item
 * @param topics SNS topics, sorted by name
 * @param queues SQS queues, dead-letter queues included, sorted by name
 * @param repositories ECR repositories, sorted by name
 * @param buckets S3 buckets, sorted by name
 * @param tables DynamoDB tables, sorted by name
 * @param network where managed stores stand; empty without any
 * @param clusters Aurora clusters
 * @param documents DocumentDB clusters
 * @param caches replication groups of ElastiCache
 * @param instances database servers of RDS
 * @param files file systems of EFS, sorted by name
 * @param search the domain of OpenSearch Service
 * @param stream where clicks go
 * @param key what encrypts its data; empty for keys of AWS
 * @param roles what pods may do, by whose pods they are
 * @param edge what faces the internet
 * @param telemetry what it is watched by
 * @param mail what SES sends; empty for mail that goes another way
 * @param auth the pool of its customers; empty when the user service signs them in
 * @param budget what it may cost; empty when nobody says
 * @param backup copies that AWS Backup makes; empty without a schedule
 * @param secrets copies in Secrets Manager, sorted by name
 */
public record Aws(
    String identity,
    String region,
    List<String> otherRegions,
    ApprovalPolicy approval,
    Optional<DeletionPolicy> deletionPolicy,
    Set<String> adopt,
    Map<String, String> tags,
    List<AwsTopic> topics,
    List<AwsQueue> queues,
    List<AwsRepository> repositories,
    List<AwsBucket> buckets,
    List<AwsTable> tables,
    Optional<AwsNetwork> network,
    List<AwsCluster> clusters,
    List<AwsCluster> documents,
    List<AwsCache> caches,
    List<AwsInstance> instances,
    List<AwsFiles> files,
    Optional<AwsSearch> search,
    Optional<AwsStream> stream,
    Optional<AwsKey> key,
    List<AwsRole> roles,
    AwsEdge edge,
    AwsTelemetry telemetry,
    Optional<AwsMail> mail,
    Optional<AwsAuth> auth,
    Optional<AwsBudget> budget,
    Optional<AwsBackup> backup,
    List<AwsSecret> secrets) {

  public Aws {
    otherRegions = List.copyOf(otherRegions);
    adopt = Set.copyOf(adopt);
    tags = Map.copyOf(tags);
    topics = List.copyOf(topics);
    queues = List.copyOf(queues);
    repositories = List.copyOf(repositories);
    buckets = List.copyOf(buckets);
    tables = List.copyOf(tables);
    clusters = List.copyOf(clusters);
    documents = List.copyOf(documents);
    caches = List.copyOf(caches);
    instances = List.copyOf(instances);
    files = List.copyOf(files);
    roles = List.copyOf(roles);
    secrets = List.copyOf(secrets);
  }

  /** Name in the resource of what holds copies of an item in another region. */
  public static String copyName(String name, String region) {
    return name + "." + region; // no name that a user gives has a dot
  }

  /** Other regions with copies that a key of the platform encrypts; keys leave no region. */
  public List<String> otherRegionsOfKeys() {
    Stream<String> ofBackups = backup.flatMap(AwsBackup::copyToRegion).stream();
    Stream<String> ofBuckets =
        buckets.stream()
            .filter(bucket -> !bucket.takesLogs())
            .flatMap(bucket -> bucket.replicaRegion().stream());
    return key.isEmpty()
        ? List.of()
        : Stream.concat(ofBackups, ofBuckets).distinct().sorted().toList();
  }

  /** Everything that stands in the network. */
  public Stream<AwsStore> stores() {
    return Stream.of(databases(), caches, files, search.stream().toList()).flatMap(List::stream);
  }

  /** Everything that RDS runs. */
  public List<AwsDatabase> databases() {
    return Stream.of(
            clusters.stream().map(AwsCluster::database),
            documents.stream().map(AwsCluster::database),
            instances.stream().map(AwsInstance::database))
        .flatMap(one -> one)
        .toList();
  }
}
