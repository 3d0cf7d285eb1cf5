package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsBucket;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.DeleteMarkerReplicationStatus;
import software.amazon.awssdk.services.s3.model.Destination;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleStatus;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.SourceSelectionCriteria;
import software.amazon.awssdk.services.s3.model.SseKmsEncryptedObjectsStatus;

/**
 * The rule by which S3 copies every object of a bucket into one in another region, deletions
 * included. A bucket has one list of rules: those of others stay in it, and only ours is compared,
 * changed and taken out.
 */
public final class S3BucketReplication implements AwsKind<S3BucketReplication.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsBucket.REPLICATION_TYPE, Identity.CHILD, 64).with("bucket", FieldRule.REPLACE);

  private static final String RULE = "ecommerce-platform";
  private static final String ENABLED = ReplicationRuleStatus.ENABLED.toString();

  /**
   * Its fields, named as S3 names them.
   *
   * @param bucket ARN of the source
   * @param role in whose name S3 copies, also by rules of others
   * @param destination ARN of the bucket with the copies
   * @param replicaKmsKeyId what encrypts copies of what a key encrypts; empty for none
   */
  public record Settings(
      String bucket,
      String role,
      String status,
      Integer priority,
      String prefix,
      String deleteMarkerReplication,
      String destination,
      String replicaKmsKeyId) {}

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "s3:ListAllMyBuckets",
        "s3:GetReplicationConfiguration",
        "s3:PutReplicationConfiguration",
        "iam:PassRole");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.buckets().stream()
        .flatMap(bucket -> bucket.replicaRegion().map(region -> wish(bucket, region, aws)).stream())
        .toList();
  }

  private static Wish<Settings> wish(AwsBucket bucket, String region, Aws aws) {
    String copy = Aws.copyName(bucket.name(), region);
    String key = bucket.takesLogs() ? null : KmsKey.arn(aws, region);
    Settings settings =
        new Settings(
            Reference.to(S3Bucket.TYPE, aws.region(), bucket.name(), S3Reading.VERSIONED).text(),
            Reference.to(IamRole.TYPE, aws.region(), AwsBucket.REPLICATION_ROLE, "arn").text(),
            ENABLED,
            1,
            "",
            DeleteMarkerReplicationStatus.ENABLED.toString(),
            Reference.to(S3Bucket.TYPE, region, copy, S3Reading.VERSIONED).text(),
            key == null ? "" : key);
    String name = Reference.to(S3Bucket.TYPE, aws.region(), bucket.name(), "name").text();
    return Wish.of(bucket.name(), bucket.path() + ".replicate", name, settings);
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    S3Client s3 = client(clients);
    return s3
        .listBucketsPaginator(r -> r.bucketRegion(clients.region()).maxBuckets(1000))
        .buckets()
        .stream()
        .map(Bucket::name)
        .filter(interest::has)
        .flatMap(name -> read(s3, name, Partition.of(clients.region())))
        .toList();
  }

  private static Stream<Found<Settings>> read(S3Client s3, String bucket, String partition) {
    String arn = "arn:%s:s3:::%s".formatted(partition, bucket);
    return configuration(s3, bucket).stream()
        .flatMap(
            there ->
                there.rules().stream()
                    .filter(rule -> RULE.equals(rule.id()))
                    .map(rule -> settings(arn, there.role(), rule)))
        .map(settings -> Found.child(bucket, bucket, settings, Map.of(), List.of(arn)));
  }

  private static Settings settings(String bucket, String role, ReplicationRule rule) {
    Destination to = rule.destination();
    boolean isKeyed = to.encryptionConfiguration() != null && copiesEncrypted(rule);
    return new Settings(
        bucket,
        role,
        rule.statusAsString(),
        rule.priority(),
        rule.filter() == null || rule.filter().prefix() == null ? "" : rule.filter().prefix(),
        rule.deleteMarkerReplication() == null
            ? DeleteMarkerReplicationStatus.DISABLED.toString()
            : rule.deleteMarkerReplication().statusAsString(),
        to.bucket(),
        isKeyed ? to.encryptionConfiguration().replicaKmsKeyID() : "");
  }

  private static boolean copiesEncrypted(ReplicationRule rule) {
    SourceSelectionCriteria criteria = rule.sourceSelectionCriteria();
    return criteria != null
        && criteria.sseKmsEncryptedObjects() != null
        && criteria.sseKmsEncryptedObjects().status() == SseKmsEncryptedObjectsStatus.ENABLED;
  }

  private static Optional<ReplicationConfiguration> configuration(S3Client s3, String bucket) {
    try {
      return Optional.of(s3.getBucketReplication(r -> r.bucket(bucket)).replicationConfiguration());
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return Optional.empty(); // no rules, or no bucket any more
      }
      throw e;
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    put(client(clients), creation.awsName(), creation.settings());
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    put(client(clients), update.found().id(), update.settings());
  }

  private static void put(S3Client s3, String bucket, Settings settings) {
    List<ReplicationRule> rules =
        new ArrayList<>(
            configuration(s3, bucket).map(S3BucketReplication::others).orElse(List.of()));
    rules.add(rule(settings));
    put(s3, bucket, settings.role(), rules);
  }

  private static void put(S3Client s3, String bucket, String role, List<ReplicationRule> rules) {
    s3.putBucketReplication(
        r -> r.bucket(bucket).replicationConfiguration(c -> c.role(role).rules(rules)));
  }

  private static List<ReplicationRule> others(ReplicationConfiguration there) {
    return there.rules().stream().filter(rule -> !RULE.equals(rule.id())).toList();
  }

  private static ReplicationRule rule(Settings settings) {
    ReplicationRule.Builder rule =
        ReplicationRule.builder()
            .id(RULE)
            .status(settings.status())
            .priority(settings.priority())
            .filter(filter -> filter.prefix(settings.prefix()))
            .deleteMarkerReplication(d -> d.status(settings.deleteMarkerReplication()));
    Destination.Builder to = Destination.builder().bucket(settings.destination());
    if (!settings.replicaKmsKeyId().isEmpty()) {
      to.encryptionConfiguration(e -> e.replicaKmsKeyID(settings.replicaKmsKeyId()));
      rule.sourceSelectionCriteria(
          criteria ->
              criteria.sseKmsEncryptedObjects(
                  encrypted -> encrypted.status(SseKmsEncryptedObjectsStatus.ENABLED)));
    }
    return rule.destination(to.build()).build();
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    S3Client s3 = client(clients);
    Settings settings = Json.typed(found.settings(), Settings.class);
    configuration(s3, found.id())
        .ifPresent(there -> takeOut(s3, found.id(), settings.role(), others(there)));
  }

  private static void takeOut(
      S3Client s3, String bucket, String role, List<ReplicationRule> others) {
    if (others.isEmpty()) {
      s3.deleteBucketReplication(request -> request.bucket(bucket));
    } else {
      put(s3, bucket, role, others);
    }
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("a rule has no tags");
  }

  private static S3Client client(Clients clients) {
    return clients.of(S3Client.class, S3Client::builder);
  }
}
