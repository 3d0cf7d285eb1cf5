package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.model.AwsBucket;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.Transition;

/** The rules by which objects of a bucket move and go with their age. */
final class S3Lifecycle {
  private static final String TIERING = "INTELLIGENT_TIERING";
  private static final String ARCHIVE = "GLACIER";

  private S3Lifecycle() {}

  /**
   * One rule, in the same form for what is wanted and what is there.
   *
   * @param transitions days by the storage class to which objects move then
   */
  record Rule(
      String id,
      String status,
      String prefix,
      Integer expirationDays,
      Integer noncurrentDays,
      Map<String, Integer> transitions) {

    /** Named by what it says, so that its place in a list does not matter. */
    static Rule of(
        String prefix, Integer expiration, Integer noncurrent, Map<String, Integer> transitions) {
      String id = Json.hash(new Rule(null, null, prefix, expiration, noncurrent, transitions));
      String enabled = ExpirationStatus.ENABLED.toString();
      return new Rule(id, enabled, prefix, expiration, noncurrent, transitions);
    }
  }

  static List<Rule> rules(AwsBucket bucket) {
    List<Rule> rules = new ArrayList<>();
    if (bucket.intelligentTiering()) {
      rules.add(Rule.of("", null, null, Map.of(TIERING, 0)));
    }
    bucket
        .lifecycle()
        .forEach(
            rule ->
                rules.add(
                    Rule.of(
                        rule.prefix() == null ? "" : rule.prefix(),
                        rule.expireDays(),
                        rule.noncurrentExpireDays(),
                        rule.archiveDays() == null
                            ? Map.of()
                            : Map.of(ARCHIVE, rule.archiveDays()))));
    return rules.stream().distinct().toList();
  }

  static Rule found(LifecycleRule rule) {
    boolean byPrefixAlone =
        rule.filter() != null && rule.filter().and() == null && rule.filter().tag() == null;
    return new Rule(
        rule.id(),
        rule.statusAsString(),
        byPrefixAlone ? prefix(rule.filter().prefix()) : String.valueOf(rule.filter()),
        rule.expiration() == null ? null : rule.expiration().days(),
        rule.noncurrentVersionExpiration() == null
            ? null
            : rule.noncurrentVersionExpiration().noncurrentDays(),
        rule.transitions().stream()
            .filter(transition -> transition.days() != null)
            .collect(
                Collectors.toMap(
                    Transition::storageClassAsString,
                    Transition::days,
                    (a, b) -> a,
                    TreeMap::new)));
  }

  private static String prefix(String prefix) {
    return prefix == null ? "" : prefix;
  }

  static void write(S3Client s3, String bucket, List<Rule> rules) {
    if (rules.isEmpty()) {
      s3.deleteBucketLifecycle(request -> request.bucket(bucket));
    } else {
      List<LifecycleRule> sent = rules.stream().map(S3Lifecycle::sent).toList();
      s3.putBucketLifecycleConfiguration(
          request -> request.bucket(bucket).lifecycleConfiguration(c -> c.rules(sent)));
    }
  }

  private static LifecycleRule sent(Rule rule) {
    LifecycleRule.Builder sent =
        LifecycleRule.builder()
            .id(rule.id())
            .status(rule.status())
            .filter(filter -> filter.prefix(rule.prefix()));
    if (rule.expirationDays() != null) {
      sent.expiration(e -> e.days(rule.expirationDays()));
    }
    if (rule.noncurrentDays() != null) {
      sent.noncurrentVersionExpiration(e -> e.noncurrentDays(rule.noncurrentDays()));
    }
    List<Transition> transitions =
        rule.transitions().entrySet().stream()
            .map(e -> Transition.builder().storageClass(e.getKey()).days(e.getValue()).build())
            .toList();
    return transitions.isEmpty() ? sent.build() : sent.transitions(transitions).build();
  }
}
