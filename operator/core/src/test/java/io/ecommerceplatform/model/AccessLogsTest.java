package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.resource.ItemOutputs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Access logs: where they go, and when the load balancer hears of it. */
class AccessLogsTest {
  private static final String ANNOTATION = "alb.ingress.kubernetes.io/load-balancer-attributes";
  private static final ItemOutputs THERE =
      new ItemOutputs(Map.of("s3.BucketPolicy/access-logs", Map.of("bucket", "shop-logs-1")));

  private static Platform shop(String profile, String more, ItemOutputs outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(
            """
            metadata: {name: shop}
            spec:
              profile: %s
              aws: {identity: default, regions: [{name: eu-west-1}]}
              domain: {host: shop.example.com}
              encryption: {kms: true}
              services: [{name: web, expose: {path: /}}]
              %s
            """
                .formatted(profile, more)),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        outputs);
  }

  private static List<AwsBucket> buckets(String profile, String more) {
    return shop(profile, more, ItemOutputs.none()).aws().orElseThrow().buckets();
  }

  @Test
  void theProfileSaysWhetherThereAreSome() {
    assertThat(buckets("Economy", "")).isEmpty();
    assertThat(buckets("Production", "")).extracting(AwsBucket::name).contains("access-logs");
    assertThat(buckets("Production", "edge: {ingress: {accessLogs: false}}"))
        .extracting(AwsBucket::name)
        .doesNotContain("access-logs");
  }

  @Test
  void theyStayAsLongAsLogsDo() {
    AwsBucket bucket =
        buckets(
                "Economy",
                "edge: {ingress: {accessLogs: true}}\n"
                    + "  observability: {logs: {store: CloudWatch, retentionDays: 90}}")
            .getFirst();
    assertThat(bucket.takesLogs()).isTrue();
    assertThat(bucket.lifecycle()).extracting(rule -> rule.expireDays()).containsExactly(90);
  }

  @Test
  void aListedBucketOfTheNameIsTaken() {
    AwsBucket bucket =
        buckets(
                "Economy",
                "edge: {ingress: {accessLogs: true}}\n  buckets: [{name: access-logs, versioning: true}]")
            .getFirst();
    assertThat(bucket.path()).isEqualTo("spec.buckets[access-logs]");
    assertThat(bucket.takesLogs()).isTrue();
    assertThat(bucket.lifecycle()).isEmpty();
  }

  @Test
  void theLoadBalancerIsToldWhenItMayWrite() {
    String on = "edge: {ingress: {accessLogs: true}}";
    assertThat(annotations(on, ItemOutputs.none())).doesNotContainKey(ANNOTATION);
    assertThat(annotations(on, THERE))
        .containsEntry(
            ANNOTATION,
            "access_logs.s3.enabled=true,access_logs.s3.bucket=shop-logs-1,access_logs.s3.prefix=alb");
    assertThat(annotations("", THERE)).containsEntry(ANNOTATION, "access_logs.s3.enabled=false");
    assertThat(annotations("", ItemOutputs.none())).doesNotContainKey(ANNOTATION);
  }

  private static Map<String, String> annotations(String more, ItemOutputs outputs) {
    return shop("Economy", more, outputs).entrance().orElseThrow().annotations();
  }
}
