package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Aurora: what is made, and what services see of it. */
class AuroraTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        aws: {identity: default, regions: [{name: us-east-1}]}
        services: [{name: user, uses: [core]}]
        databases: [{name: core, engine: AuroraMySQL, placement: Managed%s}]
      """;

  private static Platform shop(String more, Optional<String> endpoint) {
    ItemOutputs outputs =
        endpoint
            .map(host -> new ItemOutputs(Map.of("rds.Cluster/core", Map.of("endpoint", host))))
            .orElseGet(ItemOutputs::none);
    OperatorSettings settings =
        new OperatorSettings(
            "local",
            "registry.example.com/shop",
            "",
            "1.0.0",
            "alb",
            "velero",
            Map.of("default", AwsIdentity.own()));
    return PlatformResolver.resolve(
        Resolved.parse(SHOP.formatted(more)),
        CatalogueLoader.load(),
        settings,
        Resolved.CLUSTER,
        outputs);
  }

  @Test
  void aServiceWaitsUntilAwsSaysTheAddress() {
    Platform platform = shop("", Optional.empty());

    assertThat(platform.service("user").orElseThrow().waitsFor())
        .containsExactly("core (spec.databases[core], not there yet)");
  }

  @Test
  void aServiceGetsADatabaseAndAUserOfItsOwn() {
    Platform platform = shop("", Optional.of("core.abc.rds.amazonaws.com"));

    ResolvedService user = platform.service("user").orElseThrow();
    assertThat(user.waitsFor()).isEmpty();
    assertThat(user.toString())
        .contains("jdbc:mysql://core.abc.rds.amazonaws.com:3306/user")
        .contains("core-user-credentials");
  }

  @Test
  void nothingIsSaidToBeNotManagedOfIt() {
    Platform platform = shop(", deletionPolicy: Snapshot", Optional.empty());

    assertThat(platform.findings())
        .filteredOn(finding -> finding.reason() == Reason.NotManagedYet)
        .extracting(Finding::message)
        .noneMatch(text -> text.contains("spec.databases"));
  }

  @Test
  void theProfileAnswersWhatIsLeftOut() {
    AwsCluster cluster = shop("", Optional.empty()).aws().orElseThrow().clusters().getFirst();

    assertThat(cluster.instances()).isOne();
    assertThat(cluster.database().instanceClass()).isEqualTo("db.t4g.medium");
    assertThat(cluster.database().masterUsername()).isEqualTo("admin");
    assertThat(cluster.database().masterSecret()).isEqualTo("core-credentials");
    assertThat(cluster.database().storageEncrypted()).isTrue();
  }

  @Test
  void anotherZoneMeansAnotherInstance() {
    Platform platform = shop(", multiAz: true", Optional.empty());

    assertThat(platform.aws().orElseThrow().clusters().getFirst().instances()).isEqualTo(2);
  }

  @Test
  void parametersNeedTheVersionThatTheyAreOf() {
    String parameters = ", parameters: {max_connections: \"100\"}";

    Platform without = shop(parameters, Optional.empty());
    assertThat(without.findings()).extracting(Finding::reason).contains(Reason.ParameterRefused);
    assertThat(without.aws().orElseThrow().clusters().getFirst().database().parameters()).isEmpty();

    Platform with = shop(parameters + ", version: \"8.0\"", Optional.empty());
    assertThat(with.aws().orElseThrow().clusters().getFirst().database().parameterFamily())
        .isEqualTo("aurora-mysql8.0");
  }

  @Test
  void theNetworkIsTheOneThatIsNamed() {
    assertThat(shop("", Optional.empty()).aws().orElseThrow().network().orElseThrow().lookup())
        .isEqualTo(AwsNetwork.BY_TAGS);
    assertThat(new AwsNetwork("", List.of("subnet-1"), List.of()).lookup()).isEqualTo("subnet-1");
    assertThat(new AwsNetwork("vpc-1", List.of("subnet-1"), List.of()).lookup()).isEqualTo("vpc-1");
  }
}
