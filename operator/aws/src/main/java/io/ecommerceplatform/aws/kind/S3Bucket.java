package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsBucket;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.Tag;

/** S3 buckets: private, encrypted, with rules for the age of objects. */
public final class S3Bucket implements AwsKind<S3Bucket.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsBucket.TYPE, Identity.NAME, 63)
          .holdingData(DeletionPolicy.Retain)
          .with("lifecycleRules", FieldRule.SET);

  private static final String NO_LOCATION = "us-east-1";
  private static final int DELETED_AT_ONCE = 1000;
  private static final int PAGES_AT_ONCE = 20;
  private static final Set<String> PUBLIC =
      Set.of("blockPublicAcls", "ignorePublicAcls", "blockPublicPolicy", "restrictPublicBuckets");
  private static final Set<String> ENCRYPTION =
      Set.of("sseAlgorithm", "kmsMasterKeyId", "bucketKeyEnabled");
  private static final Set<String> AT_FIRST =
      Set.of("blockPublicAcls", "versioning", "sseAlgorithm");

  /**
   * Its fields, named as S3 names them.
   *
   * @param lifecycleRules compared even when none is wanted, as an old rule deletes on
   */
  public record Settings(
      String versioning,
      String sseAlgorithm,
      String kmsMasterKeyId,
      Boolean bucketKeyEnabled,
      Boolean blockPublicAcls,
      Boolean ignorePublicAcls,
      Boolean blockPublicPolicy,
      Boolean restrictPublicBuckets,
      List<S3Lifecycle.Rule> lifecycleRules) {}

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
        "s3:GetBucketTagging",
        "s3:GetBucketVersioning",
        "s3:GetEncryptionConfiguration",
        "s3:GetBucketPublicAccessBlock",
        "s3:GetLifecycleConfiguration",
        "s3:CreateBucket",
        "s3:TagResource",
        "s3:PutBucketTagging",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutLifecycleConfiguration",
        "s3:ListBucketVersions",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:DeleteBucket");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.buckets().stream()
        .flatMap(
            bucket ->
                Stream.concat(
                    Stream.of(home(bucket, aws)),
                    bucket.replicaRegion().map(region -> replica(bucket, region, aws)).stream()))
        .toList();
  }

  private static Wish<Settings> home(AwsBucket bucket, Aws aws) {
    String key = bucket.takesLogs() ? null : KmsKey.arn(aws);
    return Wish.of(bucket.name(), bucket.path(), bucket.awsName(), settings(bucket, key))
        .withPolicy(bucket.deletionPolicy());
  }

  /** The same in another region: rules for the age of objects are not copied with them. */
  private static Wish<Settings> replica(AwsBucket bucket, String region, Aws aws) {
    String key = bucket.takesLogs() ? null : KmsKey.arn(aws, region);
    String name = Aws.copyName(bucket.name(), region);
    return Wish.of(name, bucket.path() + ".replicate", "", settings(bucket, key))
        .in(region)
        .withPolicy(bucket.deletionPolicy());
  }

  @Override
  public boolean isInOtherRegions() {
    return true;
  }

  /** With a key of its own for each bucket KMS is asked less often. */
  private static Settings settings(AwsBucket bucket, String key) {
    return new Settings(
        bucket.versioning() == null ? null : status(bucket.versioning()),
        key == null ? "AES256" : "aws:kms",
        key,
        key == null ? null : true,
        true,
        true,
        true,
        true,
        S3Lifecycle.rules(bucket));
  }

  private static String status(boolean versioning) {
    return (versioning ? BucketVersioningStatus.ENABLED : BucketVersioningStatus.SUSPENDED)
        .toString();
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
        .flatMap(name -> S3Reading.read(s3, name, clients.region()).stream())
        .toList();
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    List<Tag> tags = tags(creation.tags());
    String region = clients.region();
    client(clients)
        .createBucket(
            request ->
                request
                    .bucket(creation.awsName())
                    .createBucketConfiguration(
                        c -> c.tags(tags).locationConstraint(location(region))));
    write(creation.awsName(), creation.settings(), AT_FIRST, clients);
    if (!creation.settings().lifecycleRules().isEmpty()) {
      write(creation.awsName(), creation.settings(), Set.of("lifecycleRules"), clients);
    }
  }

  /** The first region has no name as a location. */
  private static String location(String region) {
    return region.equals(NO_LOCATION) ? null : region;
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    write(update.found().id(), update.settings(), update.changed(), clients);
  }

  private static void write(
      String bucket, Settings settings, Set<String> changed, Clients clients) {
    S3Client s3 = client(clients);
    if (changed.stream().anyMatch(PUBLIC::contains)) {
      s3.putPublicAccessBlock(
          r -> r.bucket(bucket).publicAccessBlockConfiguration(access(settings)));
    }
    if (changed.contains("versioning") && settings.versioning() != null) {
      s3.putBucketVersioning(
          r -> r.bucket(bucket).versioningConfiguration(v -> v.status(settings.versioning())));
    }
    if (changed.stream().anyMatch(ENCRYPTION::contains)) {
      ServerSideEncryptionByDefault standard =
          ServerSideEncryptionByDefault.builder()
              .sseAlgorithm(settings.sseAlgorithm())
              .kmsMasterKeyID(settings.kmsMasterKeyId())
              .build();
      s3.putBucketEncryption(
          r ->
              r.bucket(bucket)
                  .serverSideEncryptionConfiguration(
                      c ->
                          c.rules(
                              rule ->
                                  rule.applyServerSideEncryptionByDefault(standard)
                                      .bucketKeyEnabled(settings.bucketKeyEnabled()))));
    }
    if (changed.contains("lifecycleRules")) {
      S3Lifecycle.write(s3, bucket, settings.lifecycleRules());
    }
  }

  private static PublicAccessBlockConfiguration access(Settings settings) {
    return PublicAccessBlockConfiguration.builder()
        .blockPublicAcls(settings.blockPublicAcls())
        .ignorePublicAcls(settings.ignorePublicAcls())
        .blockPublicPolicy(settings.blockPublicPolicy())
        .restrictPublicBuckets(settings.restrictPublicBuckets())
        .build();
  }

  /** S3 deletes empty buckets only; what one call cannot empty, the next ones do. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    S3Client s3 = client(clients);
    for (int page = 0; page < PAGES_AT_ONCE; page++) {
      List<ObjectIdentifier> versions = versions(s3, found.id());
      if (versions.isEmpty()) {
        break;
      }
      s3.deleteObjects(r -> r.bucket(found.id()).delete(d -> d.objects(versions).quiet(true)));
    }
    s3.deleteBucket(request -> request.bucket(found.id()));
  }

  /** Some of what is in a bucket: old versions and marks of deletion are in the way, too. */
  private static List<ObjectIdentifier> versions(S3Client s3, String bucket) {
    ListObjectVersionsResponse page =
        s3.listObjectVersions(r -> r.bucket(bucket).maxKeys(DELETED_AT_ONCE));
    return Stream.concat(
            page.versions().stream().map(v -> object(v.key(), v.versionId())),
            page.deleteMarkers().stream().map(m -> object(m.key(), m.versionId())))
        .toList();
  }

  private static ObjectIdentifier object(String key, String version) {
    return ObjectIdentifier.builder().key(key).versionId(version).build();
  }

  /** S3 replaces all tags at once, so those of others are sent again. */
  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Map<String, String> all = new HashMap<>(found.tags());
    all.putAll(tags);
    client(clients).putBucketTagging(r -> r.bucket(found.id()).tagging(t -> t.tagSet(tags(all))));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static S3Client client(Clients clients) {
    return clients.of(S3Client.class, S3Client::builder);
  }
}
