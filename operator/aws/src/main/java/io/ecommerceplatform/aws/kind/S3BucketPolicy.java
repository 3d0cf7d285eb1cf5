package io.ecommerceplatform.aws.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsBucket;
import io.ecommerceplatform.model.AwsCdn;
import io.ecommerceplatform.model.AwsEdge;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The statement in the policy of a bucket that lets one distribution read it, or load balancers
 * write logs. A bucket has one policy: statements of others stay in it, and only ours is compared,
 * changed and taken out.
 */
public final class S3BucketPolicy implements AwsKind<S3BucketPolicy.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsBucket.POLICY_TYPE, Identity.CHILD, 64).with("statement", FieldRule.JSON);

  private static final String READER = "EcommercePlatformCdn";
  private static final String LOGS = "EcommercePlatformAccessLogs";
  private static final Set<String> OURS = Set.of(READER, LOGS);
  private static final String SEPARATOR = " of ";

  /** The bucket, and our statement. */
  public record Settings(String bucket, String statement) {}

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
        "s3:ListAllMyBuckets", "s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return Stream.concat(
            aws.edge().cdn().filter(AwsCdn::hasBucket).stream().map(cdn -> wish(cdn, aws)),
            aws.edge().accessLogs() ? Stream.of(logs(aws)) : Stream.empty())
        .toList();
  }

  private static Wish<Settings> logs(Aws aws) {
    String bucket = Reference.to(S3Bucket.TYPE, aws.region(), AwsEdge.ACCESS_LOGS, "name").text();
    String arn = Reference.to(S3Bucket.TYPE, aws.region(), AwsEdge.ACCESS_LOGS, "arn").text();
    Map<String, Object> statement =
        Map.of(
            "Sid",
            LOGS,
            "Effect",
            "Allow",
            "Principal",
            Map.of("Service", "logdelivery.elasticloadbalancing.amazonaws.com"),
            "Action",
            "s3:PutObject",
            "Resource",
            "%s/%s/AWSLogs/%s/*"
                .formatted(arn, AwsEdge.LOGS_PREFIX, Reference.accountId(aws.region()).text()));
    return Wish.of(
        AwsEdge.ACCESS_LOGS,
        "spec.edge.ingress.accessLogs",
        awsName(LOGS, bucket),
        new Settings(bucket, Json.text(Json.tree(statement))));
  }

  private static Wish<Settings> wish(AwsCdn cdn, Aws aws) {
    String bucket = Reference.to(S3Bucket.TYPE, aws.region(), cdn.bucket(), "name").text();
    String bucketArn = Reference.to(S3Bucket.TYPE, aws.region(), cdn.bucket(), "arn").text();
    String reader =
        Reference.to(CloudFrontDistribution.TYPE, aws.region(), AwsCdn.NAME, "arn").text();
    Map<String, Object> statement =
        Map.of(
            "Sid",
            READER,
            "Effect",
            "Allow",
            "Principal",
            Map.of("Service", "cloudfront.amazonaws.com"),
            "Action",
            "s3:GetObject",
            "Resource",
            bucketArn + "/*",
            "Condition",
            Map.of("StringEquals", Map.of("AWS:SourceArn", reader)));
    return Wish.of(
        cdn.bucket(),
        "spec.edge.frontend",
        awsName(READER, bucket),
        new Settings(bucket, Json.text(Json.tree(statement))));
  }

  private static String awsName(String sid, String bucket) {
    return sid + SEPARATOR + bucket;
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
    return policy(s3, bucket).stream()
        .flatMap(policy -> statements(policy).valueStream())
        .filter(statement -> OURS.contains(sid(statement)))
        .map(
            statement -> {
              String name = awsName(sid(statement), bucket);
              return Found.child(
                  name,
                  name,
                  new Settings(bucket, statement.toString()),
                  Map.of("bucket", bucket),
                  List.of("arn:%s:s3:::%s".formatted(partition, bucket)));
            });
  }

  private static String sid(JsonNode statement) {
    return statement.path("Sid").asText();
  }

  /** A list of one may be written without the list. */
  private static ArrayNode statements(ObjectNode policy) {
    JsonNode there = policy.path("Statement");
    return there instanceof ArrayNode list ? list : policy.arrayNode().add(there);
  }

  private static Optional<ObjectNode> policy(S3Client s3, String bucket) {
    try {
      String text = s3.getBucketPolicy(request -> request.bucket(bucket)).policy();
      return Optional.of((ObjectNode) Json.parse(text));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return Optional.empty(); // no policy, or no bucket any more
      }
      throw e;
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    put(client(clients), creation.settings());
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    put(client(clients), update.settings());
  }

  private static void put(S3Client s3, Settings settings) {
    ObjectNode policy =
        policy(s3, settings.bucket()).orElseGet(() -> Json.tree(Map.of("Version", "2012-10-17")));
    JsonNode statement = Json.parse(settings.statement());
    ArrayNode statements = without(policy, sid(statement)).add(statement);
    policy.set("Statement", statements);
    s3.putBucketPolicy(r -> r.bucket(settings.bucket()).policy(Json.text(policy)));
  }

  /** All other statements. */
  private static ArrayNode without(ObjectNode policy, String sid) {
    ArrayNode others = policy.arrayNode();
    statements(policy)
        .valueStream()
        .filter(statement -> !sid(statement).equals(sid))
        .filter(JsonNode::isObject)
        .forEach(others::add);
    return others;
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    S3Client s3 = client(clients);
    String[] name = found.awsName().split(SEPARATOR);
    policy(s3, name[1]).ifPresent(policy -> takeOut(s3, name[0], name[1], policy));
  }

  private static void takeOut(S3Client s3, String sid, String bucket, ObjectNode policy) {
    ArrayNode others = without(policy, sid);
    policy.set("Statement", others);
    if (others.isEmpty()) {
      s3.deleteBucketPolicy(request -> request.bucket(bucket));
    } else {
      s3.putBucketPolicy(request -> request.bucket(bucket).policy(Json.text(policy)));
    }
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("a statement has no tags");
  }

  private static S3Client client(Clients clients) {
    return clients.of(S3Client.class, S3Client::builder);
  }
}
