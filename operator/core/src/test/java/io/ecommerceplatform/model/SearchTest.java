package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Search in AWS: what is made, and what services see of it. */
class SearchTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: %s
        aws: {identity: default, regions: [{name: us-east-1%s}]}
        services:
          - {name: search}
          - {name: own, image: {repository: ghcr.io/other/own, tag: a}, uses: [search]}
        search: {placement: Managed%s}
      """;

  private static final ItemOutputs THERE =
      new ItemOutputs(
          Map.of("opensearch.Domain/opensearch", Map.of("endpoint", "vpc-shop.es.amazonaws.com")));

  private static Platform shop(String profile, String region, String fields, ItemOutputs outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(SHOP.formatted(profile, region, fields)),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        outputs);
  }

  private static Platform shop(String fields) {
    return shop("Economy", "", fields, ItemOutputs.none());
  }

  private static AwsSearch search(String profile, String fields) {
    return search(shop(profile, "", fields, ItemOutputs.none()));
  }

  private static AwsSearch search(Platform platform) {
    return platform.aws().orElseThrow().search().orElseThrow();
  }

  private static AwsSearch within(String subnets, String fields) {
    return search(
        shop("Production", ", network: {%s}".formatted(subnets), fields, ItemOutputs.none()));
  }

  private static String seenBy(String service) {
    return shop("Economy", "", "", THERE).service(service).orElseThrow().toString();
  }

  @Test
  void servicesWaitUntilAwsSaysTheAddress() {
    for (String service : new String[] {"search", "own"}) {
      assertThat(shop("").service(service).orElseThrow().waitsFor())
          .contains("opensearch (spec.search, not there yet)");
    }
    assertThat(shop("Economy", "", "", THERE).service("own").orElseThrow().waitsFor()).isEmpty();
  }

  @Test
  void servicesLogInOverHttps() {
    assertThat(seenBy("search"))
        .contains("https://vpc-shop.es.amazonaws.com:443")
        .contains("SHOP_OPENSEARCH_USERNAME=admin")
        .contains("SHOP_OPENSEARCH_PASSWORD", "opensearch-credentials");
    assertThat(seenBy("own"))
        .contains("SEARCH_HOST", "SEARCH_PORT", "SEARCH_TLS", "SEARCH_USERNAME", "SEARCH_PASSWORD")
        .contains("https://admin:$(SEARCH_PASSWORD)@vpc-shop.es.amazonaws.com:443");
  }

  @Test
  void inTheClusterNobodyLogsIn() {
    String seen =
        Resolved.spec("{profile: Economy, services: [{name: search}]}")
            .service("search")
            .orElseThrow()
            .toString();
    assertThat(seen).contains("http://opensearch:9200").doesNotContain("SHOP_OPENSEARCH_PASSWORD");
  }

  @Test
  void theProfileAnswersWhatIsLeftOut() {
    AwsSearch small = search("Economy", "");
    assertThat(small.instanceType()).isEqualTo("t3.small.search");
    assertThat(small.nodes()).isOne();
    assertThat(small.zones()).isOne();
    assertThat(small.masters()).isZero();
    assertThat(small.volumeSize()).isEqualTo(10);
    assertThat(small.port()).isEqualTo(443);

    AwsSearch large = search("Production", "");
    assertThat(large.nodes()).isEqualTo(3);
    assertThat(large.zones()).isEqualTo(3);
    assertThat(large.masters()).isEqualTo(3);
    assertThat(large.volumeSize()).isEqualTo(100);
  }

  @Test
  void nodesWithBurstsHaveNoMastersBesideThem() {
    assertThat(search("Production", ", instanceType: t3.medium.search").masters()).isZero();
    assertThat(search("Production", ", instanceType: m6g.large.search").masters()).isEqualTo(3);
  }

  @Test
  void zonesAreBoundedByNodesAndByNamedSubnets() {
    assertThat(search("Production", ", nodes: 1").zones()).isOne();
    assertThat(search("Production", ", nodes: 2").zones()).isEqualTo(2);
    assertThat(search("Production", ", nodes: 7").zones()).isEqualTo(3);
    assertThat(search("Production", ", multiAz: false").zones()).isOne();
    assertThat(search("Economy", ", multiAz: true, nodes: 2").zones()).isEqualTo(2);
    String two = "vpcId: vpc-12345678, privateSubnetIds: [subnet-1a2b3c4d, subnet-2a2b3c4d]";
    assertThat(within(two, "").zones()).isEqualTo(2);
    String one = two + ", databaseSubnetIds: [subnet-3a2b3c4d]";
    assertThat(within(one, "").zones()).isOne();
    Platform refused =
        shop("Production", ", network: {" + one + "}", ", multiAz: true", ItemOutputs.none());
    assertThat(refused.findings())
        .extracting(Finding::path, Finding::reason)
        .contains(
            org.assertj.core.groups.Tuple.tuple("spec.search.multiAz", Reason.ParameterRefused));
  }

  @Test
  void aVersionHasTwoNumbers() {
    assertThat(search("Economy", ", version: \"2.17\"").version()).isEqualTo("2.17");
    for (String version : new String[] {"2", "2.19.3"}) {
      Platform refused = shop(", version: \"%s\"".formatted(version));
      assertThat(search(refused).version()).isEmpty();
      assertThat(refused.findings())
          .filteredOn(finding -> finding.path().equals("spec.search.version"))
          .extracting(Finding::reason)
          .containsExactly(Reason.ParameterRefused);
    }
  }

  @Test
  void aNodeHasNoLessThanTheServiceGives() {
    Platform small = shop(", storage: 5Gi");
    assertThat(search(small).volumeSize()).isEqualTo(10);
    assertThat(small.findings()).extracting(Finding::path).contains("spec.search.storage");
  }

  @Test
  void itStaysUnlessSomebodySaysThatItGoes() {
    assertThat(search("Economy", "").deletionPolicy()).isEmpty();
    assertThat(search("Economy", ", deletionPolicy: Delete").deletionPolicy())
        .contains(DeletionPolicy.Delete);
    Platform snapshot = shop(", deletionPolicy: Snapshot");
    assertThat(search(snapshot).deletionPolicy()).contains(DeletionPolicy.Retain);
    assertThat(snapshot.findings())
        .extracting(Finding::path)
        .contains("spec.search.deletionPolicy");
  }

  @Test
  void nothingIsSaidToBeNotManagedOfIt() {
    assertThat(shop(", multiAz: true, nodes: 2, instanceType: m6g.large.search").findings())
        .filteredOn(finding -> finding.reason() == Reason.NotManagedYet)
        .extracting(Finding::text)
        .noneMatch(text -> text.contains("search"));
  }

  @Test
  void inTheClusterWhatOnlyAwsHasIsNamed() {
    Platform platform =
        Resolved.spec("{profile: Economy, services: [], search: {nodes: 3, multiAz: true}}");
    assertThat(platform.findings())
        .extracting(Finding::text)
        .containsExactly(
            "spec.search.multiAz: not managed yet inside the cluster; take it out, or set placement: Managed");
  }

  @Test
  void oneThatTheProfileImpliesIsMadeToo() {
    Platform platform =
        Resolved.spec(
            """
            profile: Production
            aws: {identity: default, regions: [{name: us-east-1}]}
            services: [{name: search}]
            """);
    assertThat(search(platform).path()).isEqualTo("spec.search");
  }
}
