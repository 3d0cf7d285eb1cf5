package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** DocumentDB: what is made, and what services see of it. */
class DocumentsTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        aws: {identity: default, regions: [{name: %s}]}
        services:
          - {name: product, uses: [papers]}
          - {name: own, image: {repository: a/b, tag: c}, uses: [papers]}
        jobs:
          - {name: nightly, image: {repository: a/b, tag: c}, schedule: "0 1 * * *", uses: [papers]}
        databases: [{name: papers, engine: MongoDB, placement: Managed%s}]
      """;
  private static final String ADDRESS = "papers.cluster-abc.us-east-1.docdb.amazonaws.com";
  private static final String FILE = "/etc/ecommerceplatform/papers/ca.pem";

  private static Platform resolved(String region, String more, ItemOutputs outputs) {
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
        Resolved.parse(SHOP.formatted(region, more)),
        CatalogueLoader.load(),
        settings,
        Resolved.CLUSTER,
        outputs);
  }

  private static Platform shop(String more) {
    return resolved("us-east-1", more, ItemOutputs.none());
  }

  private static Platform made(String more) {
    return resolved(
        "us-east-1",
        more,
        new ItemOutputs(Map.of("docdb.Cluster/papers", Map.of("endpoint", ADDRESS))));
  }

  private static AwsCluster cluster(String more) {
    return shop(more).aws().orElseThrow().documents().getFirst();
  }

  @Test
  void aServiceWaitsUntilAwsSaysTheAddress() {
    assertThat(shop("").service("own").orElseThrow().waitsFor())
        .containsExactly("papers (spec.databases[papers], not there yet)");
    assertThat(made("").service("own").orElseThrow().waitsFor()).isEmpty();
  }

  @Test
  void aServiceOfYoursGetsAnAddressWithTls() {
    ResolvedService own = made("").service("own").orElseThrow();

    assertThat(own.toString())
        .contains(
            "mongodb://$(PAPERS_USERNAME):$(PAPERS_PASSWORD)@"
                + ADDRESS
                + ":27017/own?authSource=admin&replicaSet=rs0&retryWrites=false&tls=true&tlsCAFile="
                + FILE)
        .contains("papers-own-credentials");
    assertThat(own.config())
        .containsEntry("PAPERS_CA_FILE", FILE)
        .containsEntry("PAPERS_TLS", "true");
    assertThat(own.files())
        .containsExactly(new FileMount("papers-authorities", "/etc/ecommerceplatform/papers"));
  }

  @Test
  void aBundledServiceAndAJobKnowWhoCertifiesIt() {
    assertThat(made("").service("product").orElseThrow().config())
        .containsEntry("SPRING_MONGODB_SSL_BUNDLE", "database")
        .containsEntry("SPRING_SSL_BUNDLE_PEM_DATABASE_TRUSTSTORE_CERTIFICATE", "file:" + FILE);
    assertThat(made("").jobs().getFirst().files()).hasSize(1);
  }

  @Test
  void withoutTlsNothingIsMountedOrTold() {
    ResolvedService own = made(", parameters: {tls: disabled}").service("own").orElseThrow();

    assertThat(own.toString()).contains("retryWrites=false").doesNotContain("tls=true", "CA_FILE");
    assertThat(own.files()).isEmpty();
  }

  @Test
  void theProfileAnswersWhatIsLeftOut() {
    AwsCluster cluster = cluster("");
    AwsDatabase database = cluster.database();

    assertThat(cluster.instances()).isOne();
    assertThat(database.engine()).isEqualTo("docdb");
    assertThat(database.version()).isEqualTo("5.0.0");
    assertThat(database.instanceClass()).isEqualTo("db.t4g.medium");
    assertThat(database.masterUsername()).isEqualTo("docdbadmin");
    assertThat(database.masterSecret()).isEqualTo("papers-credentials");
    assertThat(database.storageEncrypted()).isTrue();
    assertThat(database.parameters()).isEmpty();
    assertThat(database.deletionPolicy()).contains(DeletionPolicy.Snapshot);
    assertThat(cluster(", backupRetentionDays: 0").database().backupRetentionDays()).isOne();
    assertThat(cluster(", multiAz: true").instances()).isEqualTo(2);
  }

  @Test
  void whatIsExportedIsWrittenToo() {
    AwsDatabase database = cluster(", version: '4.0', logExports: [audit, profiler]").database();

    assertThat(database.version()).isEqualTo("4.0.0");
    assertThat(database.parameterFamily()).isEqualTo("docdb4.0");
    assertThat(database.parameters())
        .containsExactlyInAnyOrderEntriesOf(Map.of("audit_logs", "enabled", "profiler", "enabled"));
    String ddl = ", logExports: [audit], parameters: {audit_logs: ddl}";
    assertThat(cluster(ddl).database().parameters()).containsEntry("audit_logs", "ddl");
  }

  @Test
  void itStandsBesideAuroraAndInTheNetwork() {
    Aws aws = shop("").aws().orElseThrow();

    assertThat(aws.clusters()).isEmpty();
    assertThat(aws.instances()).isEmpty();
    assertThat(aws.network()).isPresent();
    assertThat(aws.stores()).extracting(AwsStore::port).containsExactly(27017);
    assertThat(shop("").findings())
        .filteredOn(finding -> finding.reason() == Reason.NotManagedYet)
        .extracting(Finding::message)
        .noneMatch(text -> text.contains("spec.databases"));
  }

  @Test
  void whatDocumentDbRefusesIsSaidBefore() {
    assertThat(refused("us-east-1", ", port: 1100")).containsExactly("spec.databases[papers].port");
    assertThat(refused("us-east-1", ", databaseName: papers"))
        .containsExactly("spec.databases[papers].databaseName");
    assertThat(refused("xx-west-9", "")).containsExactly("spec.databases[papers]");
    assertThat(refused("xx-west-9", ", parameters: {tls: disabled}")).isEmpty();
  }

  private static List<String> refused(String region, String more) {
    return resolved(region, more, ItemOutputs.none()).findings().stream()
        .filter(finding -> finding.reason() == Reason.ParameterRefused)
        .map(Finding::path)
        .toList();
  }
}
