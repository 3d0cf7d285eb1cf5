package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The stream of clicks, and the gateway that sends them. */
class AnalyticsTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        aws: {identity: pods, regions: [{name: us-east-1}]}
        services: [{name: gateway}, {name: web}]
        analytics: %s
      """;

  private static final ItemOutputs THERE =
      new ItemOutputs(
          Map.of(
              "kinesis.Stream/clickstream", Map.of("name", "shop-clicks", "arn", "arn:stream"),
              "iam.Role/gateway", Map.of("arn", "arn:role")));

  private static Platform shop(String analytics, ItemOutputs outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(SHOP.formatted(analytics)),
        Resolved.CATALOGUE,
        settings(),
        Resolved.CLUSTER,
        outputs);
  }

  private static OperatorSettings settings() {
    AwsIdentity own = AwsIdentity.own();
    PodRoles roles = new PodRoles("arn:aws:iam::1:oidc-provider/oidc", Optional.empty());
    AwsIdentity pods =
        new AwsIdentity(
            own.roleArn(), own.externalId(), own.namespaces(), own.regions(), Optional.of(roles));
    OperatorSettings usual = Resolved.SETTINGS;
    return new OperatorSettings(
        usual.installation(),
        usual.registry(),
        usual.imagePrefix(),
        usual.release(),
        usual.ingressClass(),
        usual.veleroNamespace(),
        Map.of("pods", pods));
  }

  @Test
  void aStreamHasOneShardUnlessItIsSaid() {
    assertThat(shop("{}", ItemOutputs.none()).aws().orElseThrow().stream())
        .contains(new AwsStream("spec.analytics", "", 1, Optional.empty()));
    assertThat(shop("{shards: 4, awsName: clicks}", THERE).aws().orElseThrow().stream())
        .contains(new AwsStream("spec.analytics", "clicks", 4, Optional.empty()));
    assertThat(Resolved.spec("{profile: Economy}").aws()).isEmpty();
  }

  @Test
  void theGatewayIsToldWhenItIsThereAndDoesNotWait() {
    ResolvedService before = shop("{}", ItemOutputs.none()).service("gateway").orElseThrow();
    assertThat(before.toString()).doesNotContain("SHOP_CLICKSTREAM_STREAM");
    assertThat(before.waitsFor()).noneMatch(text -> text.contains("stream"));

    ResolvedService after = shop("{}", THERE).service("gateway").orElseThrow();
    assertThat(after.toString()).contains("SHOP_CLICKSTREAM_STREAM", "shop-clicks");
    assertThat(after.egress()).contains(new Egress("0.0.0.0/0", List.of(443)));
    assertThat(shop("{}", THERE).service("web").orElseThrow().toString())
        .doesNotContain("shop-clicks");
  }

  @Test
  void onlyTheGatewayMayWriteToIt() {
    assertThat(shop("{}", THERE).aws().orElseThrow().roles())
        .extracting(AwsRole::name, AwsRole::grants)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "gateway", List.of(new AwsGrant(AwsStream.TYPE, AwsStream.NAME))));
  }

  @Test
  void whatDoesNotFollowYetIsNamed() {
    assertThat(shop("{lakeBucket: lake, quickSight: true}", THERE).findings())
        .extracting(Finding::text)
        .anyMatch(text -> text.contains("spec.analytics.quickSight"))
        .noneMatch(text -> text.contains("spec.analytics.lakeBucket"));
  }

  @Test
  void aLakeIsABucketThatNeedNotBeListed() {
    Aws aws = shop("{lakeBucket: lake}", THERE).aws().orElseThrow();

    assertThat(aws.stream().flatMap(AwsStream::lake)).contains("lake");
    assertThat(aws.buckets()).extracting(AwsBucket::name).containsExactly("lake");
  }
}
