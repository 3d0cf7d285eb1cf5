package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Caches in AWS: what is made, and what services see of them. */
class CacheTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: %s
        aws: {identity: default, regions: [{name: us-east-1}]%s}
        services:
          - {name: cart}
          - {name: own, image: {repository: ghcr.io/other/own, tag: a}, uses: [hot]}
        caches: [{name: hot, placement: Managed%s}]
      """;

  private static final ItemOutputs THERE =
      new ItemOutputs(
          Map.of(
              "elasticache.ReplicationGroup/hot",
              Map.of(
                  "endpoint", "master.hot.cache.amazonaws.com",
                  "readerEndpoint", "replica.hot.cache.amazonaws.com")));

  private static Platform shop(String profile, String aws, String fields, ItemOutputs outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(SHOP.formatted(profile, aws, fields)),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        outputs);
  }

  private static AwsCache cache(String profile, String fields) {
    return shop(profile, "", fields, ItemOutputs.none()).aws().orElseThrow().caches().getFirst();
  }

  private static String seenBy(String service, String fields) {
    return shop("Economy", "", fields, THERE).service(service).orElseThrow().toString();
  }

  @Test
  void servicesWaitUntilAwsSaysTheAddress() {
    Platform before = shop("Economy", "", "", ItemOutputs.none());
    for (String service : new String[] {"cart", "own"}) {
      assertThat(before.service(service).orElseThrow().waitsFor())
          .contains("hot (spec.caches[hot], not there yet)");
    }
    assertThat(shop("Economy", "", "", THERE).service("own").orElseThrow().waitsFor()).isEmpty();
  }

  @Test
  void servicesAreToldThatItSpeaksTlsAndItsPassword() {
    assertThat(seenBy("cart", ""))
        .contains("SPRING_DATA_REDIS_HOST", "master.hot.cache.amazonaws.com")
        .contains("SPRING_DATA_REDIS_SSL_ENABLED=true")
        .contains("SPRING_DATA_REDIS_PASSWORD", "hot-credentials");
    assertThat(seenBy("own", ""))
        .contains("HOT_HOST", "HOT_PORT", "HOT_TLS", "HOT_PASSWORD")
        .contains("rediss://:$(HOT_PASSWORD)@master.hot.cache.amazonaws.com:6379")
        .contains("rediss://:$(HOT_PASSWORD)@replica.hot.cache.amazonaws.com:6379");
  }

  @Test
  void withoutTlsThereIsNoPassword() {
    assertThat(seenBy("cart", ", transitEncryption: false"))
        .contains("SPRING_DATA_REDIS_SSL_ENABLED=false")
        .doesNotContain("hot-credentials");
    assertThat(seenBy("own", ", transitEncryption: false"))
        .contains("redis://master.hot.cache.amazonaws.com:6379")
        .doesNotContain("HOT_PASSWORD");
    assertThat(cache("Economy", ", transitEncryption: false").authSecret()).isEmpty();
    assertThat(cache("Economy", "").authSecret()).contains("hot-credentials");
  }

  @Test
  void clientsOfShardsGetNoSingleHost() {
    assertThat(seenBy("cart", ", clusterMode: true"))
        .contains("SPRING_DATA_REDIS_CLUSTER_NODES", "master.hot.cache.amazonaws.com:6379")
        .doesNotContain("SPRING_DATA_REDIS_HOST");
    assertThat(seenBy("own", ", clusterMode: true"))
        .contains("HOT_CLUSTER_NODES")
        .doesNotContain("HOT_HOST");
  }

  @Test
  void theProfileAnswersWhatIsLeftOut() {
    AwsCache small = cache("Economy", "");
    assertThat(small.nodeType()).isEqualTo("cache.t4g.micro");
    assertThat(small.replicas()).isZero();
    assertThat(small.automaticFailover()).isFalse();
    assertThat(small.multiAz()).isFalse();
    assertThat(small.transitEncryption()).isTrue();
    assertThat(small.atRestEncryption()).isTrue();
    assertThat(small.snapshotRetentionDays()).isZero();

    AwsCache large = cache("Production", "");
    assertThat(large.replicas()).isOne();
    assertThat(large.automaticFailover()).isTrue();
    assertThat(large.multiAz()).isTrue();
    assertThat(large.snapshotRetentionDays()).isEqualTo(5);
    assertThat(cache("Production", ", replicas: 0").multiAz()).isFalse();
  }

  @Test
  void whatTakesOverIsThere() {
    assertThat(cache("Economy", ", multiAz: true").replicas()).isOne();
    assertThat(cache("Economy", ", automaticFailover: true").replicas()).isOne();
    assertThat(cache("Economy", ", clusterMode: true").automaticFailover()).isTrue();
  }

  @Test
  void theGroupOfTheVersionIsNamedSoThatAnOwnOneCanGo() {
    assertThat(cache("Economy", "").usedParameterGroup()).isEmpty();
    assertThat(cache("Economy", ", version: \"7.0\"").usedParameterGroup())
        .isEqualTo("default.redis7");
    assertThat(cache("Economy", ", version: \"6.2\", clusterMode: true").usedParameterGroup())
        .isEqualTo("default.redis6.x.cluster.on");
    assertThat(cache("Economy", ", version: \"5.0.6\"").usedParameterGroup())
        .isEqualTo("default.redis5.0");
    assertThat(cache("Economy", ", version: \"7.0\", parameterGroup: mine").usedParameterGroup())
        .isEqualTo("mine");
  }

  @Test
  void parametersNeedTheVersionThatTheyAreOf() {
    String parameters = ", parameters: {timeout: \"60\"}";
    Platform without = shop("Economy", "", parameters, ItemOutputs.none());
    assertThat(without.findings()).extracting(Finding::reason).contains(Reason.ParameterRefused);
    assertThat(without.aws().orElseThrow().caches().getFirst().parameters()).isEmpty();

    AwsCache with = cache("Economy", parameters + ", version: \"7.0\", clusterMode: true");
    assertThat(with.parameterFamily()).isEqualTo("redis7");
    assertThat(with.parameters()).containsEntry("cluster-enabled", "yes").hasSize(2);
    assertThat(with.usedParameterGroup()).isEmpty();
  }

  @Test
  void whatBecomesOfItIsSaidByItselfThenByAllThenByTheProfile() {
    assertThat(cache("Economy", "").deletionPolicy()).contains(DeletionPolicy.Snapshot);
    String all = ", deletionPolicy: Retain";
    Platform retained = shop("Economy", all, "", ItemOutputs.none());
    AwsCache kept = retained.aws().orElseThrow().caches().getFirst();
    assertThat(kept.deletionPolicy()).contains(DeletionPolicy.Retain);
    assertThat(kept.policyBeside()).contains(DeletionPolicy.Retain);
    assertThat(cache("Economy", "").policyBeside()).contains(DeletionPolicy.Delete);
    assertThat(cache("Economy", ", deletionPolicy: Delete").deletionPolicy())
        .contains(DeletionPolicy.Delete);
  }

  @Test
  void nothingIsSaidToBeNotManagedOfIt() {
    Platform platform = shop("Economy", "", ", multiAz: true", ItemOutputs.none());
    assertThat(platform.findings())
        .filteredOn(finding -> finding.reason() == Reason.NotManagedYet)
        .extracting(Finding::text)
        .noneMatch(text -> text.contains("caches"));
  }

  @Test
  void inTheClusterWhatOnlyAwsHasIsNamed() {
    Platform platform =
        Resolved.spec(
            "{profile: Economy, services: [], caches: [{name: hot, transitEncryption: true, multiAz: true, automaticFailover: true}]}");
    assertThat(platform.findings())
        .extracting(Finding::text)
        .containsExactly(
            "spec.caches[hot]: not managed yet inside the cluster: multiAz, transitEncryption; take it out, or set placement: Managed");
  }

  @Test
  void oneThatTheProfileImpliesIsMadeToo() {
    Platform platform =
        Resolved.spec(
            """
            profile: Production
            aws: {identity: default, regions: [{name: us-east-1}]}
            services: [{name: gateway}]
            """);
    assertThat(platform.aws().orElseThrow().caches())
        .extracting(AwsCache::name, AwsCache::path)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("redis", "spec.caches"));
  }
}
