package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Database servers of RDS: what is made, and what services see of them. */
class RdsTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        aws: {identity: default, regions: [{name: us-east-1}]}
        services: [{name: user, uses: [core]}, {name: own, image: {repository: a/b, tag: c}, uses: [core]}]
        databases: [{name: core, engine: PostgreSQL, placement: %s}]
      """;
  private static final String ADDRESS = "core.abc.rds.amazonaws.com";

  private static Platform resolved(String resource, Map<String, Map<String, String>> outputs) {
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
        Resolved.parse(resource),
        CatalogueLoader.load(),
        settings,
        Resolved.CLUSTER,
        new ItemOutputs(outputs));
  }

  private static Platform shop(String more) {
    return resolved(SHOP.formatted("Managed" + more), Map.of());
  }

  private static AwsInstance instance(String more) {
    return shop(more).aws().orElseThrow().instances().getFirst();
  }

  private static Platform made(Map<String, Map<String, String>> outputs) {
    String replicas = "Managed, replicas: [{name: first}, {name: second}]";
    return resolved(SHOP.formatted(replicas), outputs);
  }

  @Test
  void aServiceWaitsUntilAwsSaysTheAddress() {
    assertThat(shop("").service("user").orElseThrow().waitsFor())
        .containsExactly("core (spec.databases[core], not there yet)");
  }

  @Test
  void aServiceGetsADatabaseAndAUserOfItsOwn() {
    Platform platform = made(Map.of("rds.Instance/core", Map.of("endpoint", ADDRESS)));

    ResolvedService user = platform.service("user").orElseThrow();
    assertThat(user.waitsFor()).isEmpty();
    assertThat(user.toString())
        .contains("jdbc:postgresql://" + ADDRESS + ":5432/user")
        .contains("core-user-credentials");
    assertThat(platform.service("own").orElseThrow().toString())
        .contains("CORE_URL")
        .doesNotContain("CORE_READER_URL");
  }

  @Test
  void theAddressOfTheFirstReplicaIsBoundAsSoonAsItIsThere() {
    Platform platform =
        made(
            Map.of(
                "rds.Instance/core", Map.of("endpoint", ADDRESS),
                "rds.Instance/core.first", Map.of("endpoint", "first." + ADDRESS),
                "rds.Instance/core.second", Map.of("endpoint", "second." + ADDRESS)));

    assertThat(platform.service("own").orElseThrow().toString())
        .contains("CORE_READER_URL")
        .contains("@first." + ADDRESS + ":5432/own")
        .doesNotContain("second." + ADDRESS);
  }

  @Test
  void theProfileAnswersWhatIsLeftOut() {
    AwsInstance instance = instance("");
    AwsDatabase database = instance.database();

    assertThat(database.engine()).isEqualTo("postgres");
    assertThat(database.instanceClass()).isEqualTo("db.t4g.medium");
    assertThat(database.masterUsername()).isEqualTo("postgres");
    assertThat(database.masterSecret()).isEqualTo("core-credentials");
    assertThat(database.storageEncrypted()).isTrue();
    assertThat(database.deletionPolicy()).contains(DeletionPolicy.Snapshot);
    assertThat(instance.storageType()).isEqualTo("gp3");
    assertThat(instance.multiAz()).isFalse();
    assertThat(instance.allocatedStorage()).as("no less than RDS has").isEqualTo(20);
    assertThat(instance.maxAllocatedStorage()).isEmpty();
  }

  @Test
  void storageIsInWholeGibibytesAndGrowsOnlyAboveItsSize() {
    assertThat(instance(", allocatedStorage: 100.5Gi").allocatedStorage()).isEqualTo(101);
    assertThat(instance(", allocatedStorage: 1Ti").allocatedStorage()).isEqualTo(1024);
    String grows = ", allocatedStorage: 100Gi, maxAllocatedStorage: %s";
    assertThat(instance(grows.formatted("1Ti")).maxAllocatedStorage()).contains(1024);
    assertThat(instance(grows.formatted("100Gi")).maxAllocatedStorage()).isEmpty();
  }

  @Test
  void tooLittleStorageIsToldAndMadeEnough() {
    Platform platform = shop(", allocatedStorage: 5Gi");

    assertThat(platform.findings())
        .filteredOn(finding -> finding.reason() == Reason.ParameterRefused)
        .extracting(Finding::text)
        .containsExactly(
            "spec.databases[core].allocatedStorage: RDS has 20Gi at least: set that or more. The"
                + " database is made with 20Gi");
    assertThat(platform.aws().orElseThrow().instances().getFirst().allocatedStorage())
        .isEqualTo(20);
  }

  @Test
  void replicasNeedBackupsAndHaveTheClassOfTheirSource() {
    String none = ", backupRetentionDays: 0, instanceClass: db.r6g.large";
    assertThat(instance(none).database().backupRetentionDays()).isZero();

    AwsInstance copied =
        instance(none + ", replicas: [{name: a}, {name: b, instanceClass: db.t4g.large}]");
    assertThat(copied.database().backupRetentionDays()).isOne();
    assertThat(copied.replicas())
        .containsExactly(
            new AwsInstance.Replica("a", "spec.databases[core].replicas[a]", "", "db.r6g.large"),
            new AwsInstance.Replica("b", "spec.databases[core].replicas[b]", "", "db.t4g.large"));
  }

  @Test
  void parametersAreOfOneMajorVersion() {
    String parameters = ", parameters: {max_connections: \"100\"}";
    assertThat(shop(parameters).findings())
        .extracting(Finding::reason)
        .contains(Reason.ParameterRefused);
    assertThat(instance(parameters).database().parameters()).isEmpty();

    AwsDatabase sixteen = instance(parameters + ", version: \"16.4\"").database();
    assertThat(sixteen.parameterFamily()).isEqualTo("postgres16");
    assertThat(sixteen.parametersName()).isEqualTo("core-postgres16");
    AwsDatabase mySql =
        resolved(
                SHOP.formatted("Managed, version: \"8.4\"" + parameters)
                    .replace("PostgreSQL", "MySQL"),
                Map.of())
            .aws()
            .orElseThrow()
            .instances()
            .getFirst()
            .database();
    assertThat(mySql.parameterFamily()).isEqualTo("mysql8.4");
    assertThat(mySql.parametersName()).isEqualTo("core-mysql8-4");
    assertThat(mySql.masterUsername()).isEqualTo("admin");
  }

  @Test
  void nothingIsSaidToBeNotManagedOfIt() {
    String all =
        ", deletionPolicy: Snapshot, storageType: gp2, maxAllocatedStorage: 1Ti,"
            + " replicas: [{name: a}]";
    assertThat(notManaged(shop(all))).noneMatch(text -> text.contains("spec.databases"));
  }

  @Test
  void copiesThatNobodyMakesAreTold() {
    String replicas = ", replicas: [{name: a}]";
    Platform inside = resolved(SHOP.formatted("InCluster" + replicas), Map.of());
    assertThat(notManaged(inside)).anyMatch(text -> text.contains("nothing copies a server"));

    Platform aurora =
        resolved(
            SHOP.formatted("Managed" + replicas).replace("PostgreSQL", "AuroraPostgreSQL"),
            Map.of());
    assertThat(notManaged(aurora)).anyMatch(text -> text.contains("set instances"));
  }

  @Test
  void whatTheProfileImpliesIsMadeToo() {
    Platform platform =
        resolved(
            """
            metadata: {name: shop}
            spec:
              profile: Production
              domain: {host: shop.example.com}
              aws: {identity: default, regions: [{name: us-east-1}]}
              services: [{name: user}]
            """,
            Map.of());

    AwsInstance implied = platform.aws().orElseThrow().instances().getFirst();
    assertThat(implied.database().name()).isEqualTo("user-db");
    assertThat(implied.database().path()).isEqualTo("spec.databases");
    assertThat(implied.database().deletionProtection()).isTrue();
    assertThat(implied.multiAz()).isTrue();
    assertThat(implied.allocatedStorage()).isEqualTo(100);
    assertThat(notManaged(platform)).noneMatch(text -> text.contains("spec.databases"));
  }

  @Test
  void clustersAndServersStandInTheSameNetwork() {
    Platform platform = shop("}, {name: fast, engine: AuroraMySQL, placement: Managed");

    Aws aws = platform.aws().orElseThrow();
    assertThat(aws.databases()).extracting(AwsDatabase::name).containsExactly("fast", "core");
    assertThat(aws.network().map(AwsNetwork::lookup)).isEqualTo(Optional.of(AwsNetwork.BY_TAGS));
  }

  private static List<String> notManaged(Platform platform) {
    return platform.findings().stream()
        .filter(finding -> finding.reason() == Reason.NotManagedYet)
        .map(Finding::message)
        .toList();
  }
}
