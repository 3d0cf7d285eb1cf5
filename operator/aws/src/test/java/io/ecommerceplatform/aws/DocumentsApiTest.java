package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.aws.kind.Interest;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.ItemVerdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.Parameter;

/** DocumentDB beside Aurora: one API lists the items of both, and neither takes the other's. */
@LocalAws
class DocumentsApiTest {
  private static final String SHOP =
      """
      profile: Economy
      domain: {host: shop.example.com}
      aws: {identity: default, regions: [{name: us-east-1}]}
      services: []
      databases:
        - {name: core, engine: AuroraMySQL, placement: Managed, version: "8.0", parameters: {max_connections: "500"}}
      """;
  private static final String BOTH =
      SHOP
          + """
            - name: papers
              engine: MongoDB
              placement: Managed
              logExports: [audit, profiler]
              instances: 2
              finalSnapshotName: the-last-papers
          """;

  private final HandClock clock = new HandClock();
  private final Platform both = EngineLife.platform("shop", BOTH);
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
  }

  @Test
  void eachTypeHasItsOwn() {
    engine.converge(both);

    Map<String, Long> types =
        engine.verdicts(both).stream()
            .collect(Collectors.groupingBy(DocumentsApiTest::type, Collectors.counting()));
    assertThat(types)
        .containsEntry("rds.Cluster", 1L)
        .containsEntry("rds.ClusterInstance", 1L)
        .containsEntry("rds.ClusterParameterGroup", 1L)
        .containsEntry("docdb.Cluster", 1L)
        .containsEntry("docdb.Instance", 2L)
        .containsEntry("docdb.ClusterParameterGroup", 1L);
    types.keySet().forEach(this::isSeenOnce);
  }

  /** What a type sees is what it made: an item of two types would be made and dropped in turns. */
  private void isSeenOnce(String type) {
    long made = engine.verdicts(both).stream().filter(v -> type(v).equals(type)).count();
    if (type.startsWith("rds.Cluster") || type.startsWith("docdb.")) {
      assertThat(
              Kinds.all()
                  .of(type)
                  .scan(engine.accounts.of("default", EngineLife.REGION), new Interest(Set.of())))
          .as(type)
          .hasSize((int) made);
    }
  }

  @Test
  void oneGoesWithALastSnapshotAndTheOtherStays() {
    engine.converge(both);
    Platform relational = EngineLife.platform("shop", SHOP);

    engine.reborn().converge(relational);

    assertThat(rds().describeDBClusters().dbClusters())
        .extracting(DBCluster::engine)
        .containsExactly("aurora-mysql");
    assertThat(rds().describeDBClusterSnapshots().dbClusterSnapshots())
        .extracting(DBClusterSnapshot::dbClusterSnapshotIdentifier)
        .filteredOn(name -> !name.startsWith("rds:")) // those are automated
        .containsExactly("the-last-papers");
  }

  @Test
  void whatIsExportedIsWritten() {
    engine.converge(both);
    DBCluster papers =
        rds().describeDBClusters().dbClusters().stream()
            .filter(cluster -> cluster.engine().equals("docdb"))
            .findFirst()
            .orElseThrow();
    assertThat(papers.engineVersion()).isEqualTo("5.0.0");
    assertThat(papers.enabledCloudwatchLogsExports())
        .containsExactlyInAnyOrder("audit", "profiler");
    List<Parameter> set =
        rds()
            .describeDBClusterParameters(
                r -> r.dbClusterParameterGroupName(papers.dbClusterParameterGroup()).source("user"))
            .parameters();
    assertThat(set)
        .filteredOn(parameter -> parameter.parameterValue() != null)
        .extracting(parameter -> parameter.parameterName() + "=" + parameter.parameterValue())
        .containsExactlyInAnyOrder("audit_logs=enabled", "profiler=enabled");
  }

  private static String type(ItemVerdict verdict) {
    return verdict.item().type().name();
  }

  private RdsClient rds() {
    return engine.accounts.of("default", EngineLife.REGION).of(RdsClient.class, RdsClient::builder);
  }
}
