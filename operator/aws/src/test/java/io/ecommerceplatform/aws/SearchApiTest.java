package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.aws.kind.OpenSearchDomain;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.ItemVerdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;

/** What domains have of their own: one change at a time, versions, zones and a network for ever. */
@LocalAws
class SearchApiTest {
  private static final String SHOP =
      """
      profile: %s
      domain: {host: shop.example.com}
      aws: {identity: default, regions: [{name: us-east-1}]}
      services: []
      search: {placement: Managed%s}
      """;

  private final HandClock clock = new HandClock();
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
  }

  private static Platform shop(String fields) {
    return EngineLife.platform("shop", SHOP.formatted("Economy", fields));
  }

  @Test
  void anotherVersionComesAfterOtherChanges(AwsEmulator aws) {
    engine.converge(shop(", version: \"2.15\", nodes: 1"));
    long mark = aws.mark();
    engine.converge(shop(", version: \"2.17\", nodes: 2, storage: 20Gi"));
    assertThat(writes(aws, mark)).containsExactly("UpdateDomainConfig", "UpgradeDomain");
    assertThat(domain().engineVersion()).isEqualTo("OpenSearch_2.17");
    assertThat(domain().clusterConfig().instanceCount()).isEqualTo(2);
  }

  @Test
  void anOlderVersionIsRefusedAndChangesNothing() {
    engine.converge(shop(", version: \"2.17\""));
    Platform older = shop(", version: \"2.15\"");
    engine.pass(older);
    engine.rest(Duration.ofMinutes(1));
    assertThat(verdict(older).reason()).isEqualTo(Reason.AwsRefused);
    assertThat(verdict(older).message())
        .contains("Upgrade from OpenSearch_2.17 to OpenSearch_2.15 not supported");
    assertThat(domain().engineVersion()).isEqualTo("OpenSearch_2.17");
  }

  @Test
  void somebodyElsesChangeIsWaitedFor(AwsEmulator aws) {
    engine.converge(shop(""));
    aws.delay("opensearch:Domain:modify", Duration.ofMinutes(30));
    search()
        .updateDomainConfig(
            r ->
                r.domainName(domain().domainName())
                    .ebsOptions(e -> e.ebsEnabled(true).volumeType("gp3").volumeSize(30)));
    Platform more = shop(", nodes: 2");
    engine.pass(more);
    assertThat(verdict(more).reason()).isEqualTo(Reason.WaitingForAws);
    aws.delay("opensearch:Domain:modify", Duration.ofSeconds(1));
    engine.rest(Duration.ofMinutes(31));
    engine.converge(more);
    assertThat(domain().clusterConfig().instanceCount()).isEqualTo(2);
    assertThat(domain().ebsOptions().volumeSize()).isEqualTo(10);
  }

  @Test
  void threeZonesNeedSubnetsInThree() {
    Platform three = shop(", multiAz: true, nodes: 3");
    for (int i = 0; i < 4; i++) {
      engine.pass(three);
      engine.rest(Duration.ofMinutes(1));
    }
    assertThat(verdict(three).reason()).isEqualTo(Reason.AwsRefused);
    assertThat(verdict(three).message()).contains("You must specify exactly 3 subnets");

    layThirdZone();
    engine.rest(Duration.ofMinutes(10));
    engine.converge(three);
    assertThat(domain().vpcOptions().availabilityZones())
        .containsExactlyInAnyOrder("us-east-1a", "us-east-1b", "us-east-1c");
  }

  @Test
  void productionHasMastersUnlessItsNodesAreOnesWithBursts() {
    layThirdZone();
    engine.converge(EngineLife.platform("shop", SHOP.formatted("Production", "")));
    assertThat(domain().clusterConfig().dedicatedMasterCount()).isEqualTo(3);
    assertThat(domain().clusterConfig().zoneAwarenessConfig().availabilityZoneCount()).isEqualTo(3);
  }

  @Test
  void oneThatFacesTheInternetIsNotMovedIntoTheNetwork() {
    search()
        .createDomain(
            r -> r.domainName("old").clusterConfig(c -> c.instanceType("t3.small.search")));
    Platform adopting =
        EngineLife.platform(
            "shop",
            """
            profile: Economy
            domain: {host: shop.example.com}
            aws: {identity: default, regions: [{name: us-east-1}], adopt: [opensearch.Domain/old]}
            services: []
            search: {placement: Managed, awsName: old}
            """);
    for (int i = 0; i < 6; i++) {
      engine.pass(adopting);
      engine.rest(Duration.ofMinutes(1));
    }
    assertThat(verdict(adopting).reason()).isEqualTo(Reason.ReplacementRequired);
    assertThat(domain().vpcOptions()).isNull();
  }

  @Test
  void onlyItsUsersComeIn() {
    engine.converge(shop(""));
    DomainStatus domain = domain();
    assertThat(domain.advancedSecurityOptions().internalUserDatabaseEnabled()).isTrue();
    assertThat(domain.domainEndpointOptions().enforceHTTPS()).isTrue();
    assertThat(domain.accessPolicies())
        .contains(domain.arn() + "/*")
        .doesNotContain(OpenSearchDomain.TYPE.name());
  }

  private void layThirdZone() {
    Ec2Client ec2 =
        engine.accounts.of("default", EngineLife.REGION).of(Ec2Client.class, Ec2Client::builder);
    String vpc =
        ec2.describeSubnets().subnets().stream()
            .filter(subnet -> subnet.tags().stream().anyMatch(t -> t.value().equals("database")))
            .findFirst()
            .orElseThrow()
            .vpcId();
    Tag tag = Tag.builder().key("ecommerceplatform.io/subnets").value("database").build();
    ec2.createSubnet(
        request ->
            request
                .vpcId(vpc)
                .cidrBlock("10.0.9.0/24")
                .availabilityZone("us-east-1c")
                .tagSpecifications(s -> s.resourceType(ResourceType.SUBNET).tags(tag)));
  }

  private static List<String> writes(AwsEmulator aws, long mark) {
    return aws.requests(mark).stream()
        .filter(request -> request.service().equals("es") || request.service().equals("opensearch"))
        .filter(request -> !request.reads())
        .map(AwsRequest::operation)
        .toList();
  }

  private ItemVerdict verdict(Platform platform) {
    return engine.verdicts(platform).stream()
        .filter(v -> v.item().ref().kind().equals("opensearch.Domain"))
        .findFirst()
        .orElseThrow();
  }

  private DomainStatus domain() {
    String name = search().listDomainNames(r -> {}).domainNames().getFirst().domainName();
    return search().describeDomain(r -> r.domainName(name)).domainStatus();
  }

  private OpenSearchClient search() {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(OpenSearchClient.class, OpenSearchClient::builder);
  }
}
