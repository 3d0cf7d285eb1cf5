package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsBucket;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What S3 may do to copy objects of these buckets into those of another region, and no more. */
final class S3ReplicationRights {
  private static final List<String> OF_SOURCE =
      List.of("s3:GetReplicationConfiguration", "s3:ListBucket");

  private static final List<String> OF_ITS_OBJECTS =
      List.of(
          "s3:GetObjectVersionForReplication",
          "s3:GetObjectVersionAcl",
          "s3:GetObjectVersionTagging");

  private static final List<String> OF_COPIES =
      List.of("s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags");

  private S3ReplicationRights() {}

  static List<AwsBucket> replicated(Aws aws) {
    return aws.buckets().stream().filter(bucket -> bucket.replicaRegion().isPresent()).toList();
  }

  static String text(List<AwsBucket> buckets, Aws aws) {
    List<Map<String, Object>> statements = new ArrayList<>();
    buckets.forEach(
        bucket ->
            bucket
                .replicaRegion()
                .ifPresent(region -> statements.addAll(statements(bucket, region, aws))));
    return IamPolicies.document(statements);
  }

  private static List<Map<String, Object>> statements(AwsBucket bucket, String region, Aws aws) {
    String copyName = Aws.copyName(bucket.name(), region);
    String source = Reference.to(S3Bucket.TYPE, aws.region(), bucket.name(), "arn").text();
    String copy = Reference.to(S3Bucket.TYPE, region, copyName, "arn").text();
    List<Map<String, Object>> statements =
        new ArrayList<>(
            List.of(
                IamPolicies.allow(OF_SOURCE, source),
                IamPolicies.allow(OF_ITS_OBJECTS, source + "/*"),
                IamPolicies.allow(OF_COPIES, copy + "/*")));
    if (aws.key().isPresent() && !bucket.takesLogs()) {
      statements.add(key("kms:Decrypt", KmsKey.arn(aws), source));
      statements.add(key("kms:Encrypt", KmsKey.arn(aws, region), copy));
    }
    return statements;
  }

  /** Only for objects of one bucket: S3 names it to KMS, or the object where the bucket did not. */
  private static Map<String, Object> key(String action, String key, String bucket) {
    return Map.of(
        "Effect",
        "Allow",
        "Action",
        action,
        "Resource",
        key,
        "Condition",
        Map.of(
            "StringLike",
            Map.of("kms:EncryptionContext:aws:s3:arn", List.of(bucket, bucket + "/*"))));
  }
}
