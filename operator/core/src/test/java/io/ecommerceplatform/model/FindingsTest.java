package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ClusterFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final ClusterFacts BARE =
      new ClusterFacts(Set.of("gp2"), "", Set.of(), Set.of(), Map.of("psp", Set.of("other")));

  @Test
  void aDanglingUseNamesItsPathAndTheRestGoesOn() {
    Platform platform =
        Resolved.spec(
            "{profile: Economy, services: [{name: user, uses: [nowhere]}, {name: cart}]}");
    Finding finding = only(platform, Reason.ReferenceNotFound);
    assertThat(finding.path()).isEqualTo("spec.services[user].uses");
    assertThat(finding.message()).startsWith("nowhere is no database");
    assertThat(platform.service("user").orElseThrow().waitsFor())
        .containsExactly("nowhere (not found)");
    assertThat(platform.service("cart").orElseThrow().waitsFor()).isEmpty();
  }

  @Test
  void aDanglingDependencyAndTopicAreNamed() {
    Platform platform =
        Resolved.spec(
            "{profile: Economy, services: [{name: user, dependsOn: [ghost], consumes: [nothing]}]}");
    assertThat(platform.findings())
        .extracting(Finding::path)
        .containsExactlyInAnyOrder("spec.services[user].dependsOn", "spec.services[user].consumes");
  }

  @Test
  void anEngineOutsideOfTheListIsRefusedWithTheList() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: user}, {name: payment, uses: [docs]}]
            databases: [{name: docs, engine: MongoDB}, {name: user-db, engine: MySQL}]
            """);
    Finding finding = only(platform, Reason.EngineNotSupported);
    assertThat(finding.text())
        .isEqualTo(
            "spec.services[payment].uses: docs runs MongoDB, which payment does not support; name a"
                + " database with one of PostgreSQL, MySQL, AuroraPostgreSQL, AuroraMySQL");
    assertThat(platform.service("payment").orElseThrow().waitsFor()).isNotEmpty();
  }

  @Test
  void anEngineThatOnlyAwsRunsIsRefusedInTheCluster() {
    Platform platform =
        Resolved.spec(
            "{profile: Economy, services: [], databases: [{name: a, engine: AuroraMySQL, placement: InCluster}]}");
    assertThat(only(platform, Reason.EngineNotSupported).path())
        .isEqualTo("spec.databases[a].engine");
  }

  @Test
  void severalDatabasesWithoutAChoiceAreAmbiguous() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: user}]
            databases: [{name: a, engine: MySQL}, {name: b, engine: MySQL}]
            """);
    assertThat(only(platform, Reason.ReferenceNotFound).message())
        .isEqualTo("a database is needed; name one of a, b");
  }

  @Test
  void aMissingSecretOrKeySaysWhatToType() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services:
            - name: user
              env: [{name: A, secret: {name: psp, key: apiKey}}, {name: B, secret: {name: none, key: k}}]
            """,
            BARE);
    List<Finding> findings = all(platform, Reason.SecretNotFound);
    assertThat(findings.get(0).text())
        .startsWith(
            "spec.services[user].env[A].secret: Secret psp has no key apiKey; type: kubectl -n shop patch secret psp");
    assertThat(findings.get(1).text())
        .isEqualTo(
            "spec.services[user].env[B].secret: Secret none does not exist; type: kubectl -n shop"
                + " create secret generic none --from-literal=k=<value>");
    assertThat(platform.service("user").orElseThrow().waitsFor())
        .containsExactly("key apiKey of Secret psp", "key k of Secret none");
  }

  @Test
  void missingClassesOfTheClusterAreNamed() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: user, expose: {path: /}}]
            databases: [{name: a, engine: MySQL, storageClassName: gp3}, {name: user-db, engine: MySQL}]
            """,
            BARE);
    assertThat(all(platform, Reason.StorageClassMissing))
        .extracting(Finding::path)
        .containsExactlyInAnyOrder(
            "spec.databases[a].storageClassName", "spec.databases[user-db]", "spec.kafka");
    assertThat(only(platform, Reason.IngressClassMissing).message()).contains("IngressClass alb");
    assertThat(platform.service("user").orElseThrow().waitsFor()).isEmpty();
  }

  @Test
  void aNeighbourThatNothingWorksWithoutIsNamed() {
    Platform platform = Resolved.spec("{profile: Economy, services: [{name: payment}]}");
    assertThat(only(platform, Reason.ReferenceNotFound).text())
        .startsWith("spec.services[payment]: needs the service user; add it to spec.services");
    Platform set =
        Resolved.spec(
            """
            profile: Economy
            services:
            - name: payment
              env: [{name: SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI, value: "https://a/keys"}]
            """);
    assertThat(set.findings()).isEmpty();
  }

  @Test
  void aNameThatAStoreHasAlreadyIsAConflict() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: user}, {name: data, image: {repository: a/b, tag: c}}, {name: user-blue, image: {repository: a/b, tag: c}}]
            databases: [{name: data, engine: MySQL}]
            """);
    assertThat(all(platform, Reason.Conflict))
        .extracting(Finding::path)
        .containsExactly("spec.services[data]", "spec.services[user-blue]");
    assertThat(platform.services()).extracting(ResolvedService::name).containsExactly("user");
  }

  @Test
  void aListedStoreWithTheNameOfAnImpliedOneIsAConflict() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: user, uses: [kafka]}]
            databases: [{name: kafka, engine: PostgreSQL}, {name: a, engine: MySQL}, {name: a-headless, engine: MySQL}]
            """);
    assertThat(all(platform, Reason.Conflict))
        .extracting(Finding::text)
        .containsExactly(
            "spec.databases[a-headless]: the Service a-headless belongs to spec.databases[a]"
                + " already; rename one of the two",
            "spec.kafka: the Service kafka belongs to spec.databases[kafka] already; rename one of"
                + " the two");
    assertThat(platform.stores()).extracting(Store::name).containsExactly("a", "kafka");
  }

  @Test
  void twoCredentialsOfOneNameAreAConflict() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services:
            - {name: user, uses: [orders]}
            - {name: db, image: {repository: a/b, tag: c}, uses: [orders]}
            databases: [{name: orders, engine: MySQL}, {name: orders-db, engine: MySQL}]
            """);
    assertThat(only(platform, Reason.Conflict).text())
        .isEqualTo(
            "spec.databases[orders-db]: Secret orders-db-credentials holds credentials of"
                + " spec.databases[orders] already; rename one of the two, or the service");
  }

  @Test
  void fieldsThatNothingFollowsFromAreReportedPerPart() {
    Platform platform =
        Resolved.spec(
            """
            profile: Economy
            services: [{name: user, rollout: {strategy: BlueGreen}}]
            backup: {bucket: dumps}
            analytics: {quickSight: true}
            """);
    assertThat(all(platform, Reason.NotManagedYet))
        .extracting(f -> f.part() + " " + f.text())
        .containsExactlyInAnyOrder(
            "WorkloadsReady not managed yet: spec.services[user].rollout.strategy"
                + " (meanwhile both colours are there and an update replaces the pods of the"
                + " stable one in place, as Rolling does)",
            "AwsReady not managed yet: spec.analytics.quickSight",
            "Protected not managed yet: spec.backup.bucket");
    assertThat(platform.service("user").orElseThrow().waitsFor()).isEmpty();
  }

  private static Finding only(Platform platform, Reason reason) {
    assertThat(all(platform, reason)).hasSize(1);
    return all(platform, reason).getFirst();
  }

  private static List<Finding> all(Platform platform, Reason reason) {
    return platform.findings().stream().filter(f -> f.reason() == reason).toList();
  }
}
