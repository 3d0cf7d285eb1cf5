package io.ecommerceplatform.aws.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/** Reads one bucket, of which S3 gives each part by a call of its own. */
record S3Reading(S3Client s3, String name) {
  /** Its ARN, as soon as it keeps versions: nothing is copied before that. */
  static final String VERSIONED = "versionedArn";

  private static final String GONE = "NoSuchBucket";

  /** How S3 says that a bucket does not have that part. */
  private static final Set<String> NONE =
      Set.of(
          "NoSuchTagSet",
          "NoSuchLifecycleConfiguration",
          "NoSuchPublicAccessBlockConfiguration",
          "ServerSideEncryptionConfigurationNotFoundError");

  /** Empty for one that went after the list was made. */
  static Optional<Found<S3Bucket.Settings>> read(S3Client s3, String name, String region) {
    try {
      S3Reading reading = new S3Reading(s3, name);
      String arn = "arn:%s:s3:::%s".formatted(Partition.of(region), name);
      S3Bucket.Settings settings = reading.settings();
      Map<String, String> outputs =
          new HashMap<>(Map.of("arn", arn, "name", name, "region", region));
      if (BucketVersioningStatus.ENABLED.toString().equals(settings.versioning())) {
        outputs.put(VERSIONED, arn);
      }
      return Optional.of(Found.ready(name, name, settings, reading.tags(), outputs));
    } catch (S3Exception e) {
      if (e.awsErrorDetails().errorCode().equals(GONE)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private S3Bucket.Settings settings() {
    PublicAccessBlockConfiguration access =
        part(
            () -> s3.getPublicAccessBlock(r -> r.bucket(name)).publicAccessBlockConfiguration(),
            PublicAccessBlockConfiguration.builder().build());
    ServerSideEncryptionRule encryption = encryption();
    ServerSideEncryptionByDefault standard = encryption.applyServerSideEncryptionByDefault();
    return new S3Bucket.Settings(
        versioning(),
        standard == null ? null : standard.sseAlgorithmAsString(),
        standard == null ? null : standard.kmsMasterKeyID(),
        Boolean.TRUE.equals(encryption.bucketKeyEnabled()),
        access.blockPublicAcls(),
        access.ignorePublicAcls(),
        access.blockPublicPolicy(),
        access.restrictPublicBuckets(),
        lifecycle());
  }

  private Map<String, String> tags() {
    return part(() -> s3.getBucketTagging(r -> r.bucket(name)).tagSet(), List.<Tag>of()).stream()
        .collect(Collectors.toMap(Tag::key, Tag::value));
  }

  /** One that never kept versions is as one that stopped to. */
  private String versioning() {
    String status = s3.getBucketVersioning(r -> r.bucket(name)).statusAsString();
    return status == null ? BucketVersioningStatus.SUSPENDED.toString() : status;
  }

  private ServerSideEncryptionRule encryption() {
    return part(
        () ->
            s3.getBucketEncryption(r -> r.bucket(name))
                .serverSideEncryptionConfiguration()
                .rules()
                .getFirst(),
        ServerSideEncryptionRule.builder().build());
  }

  private List<S3Lifecycle.Rule> lifecycle() {
    return part(
        () ->
            s3.getBucketLifecycleConfiguration(r -> r.bucket(name)).rules().stream()
                .map(S3Lifecycle::found)
                .toList(),
        List.of());
  }

  private static <T> T part(Supplier<T> call, T otherwise) {
    try {
      return call.get();
    } catch (S3Exception e) {
      if (NONE.contains(e.awsErrorDetails().errorCode())) {
        return otherwise;
      }
      throw e;
    }
  }
}
