package io.ecommerceplatform.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.model.Billed;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is used, at what price; figures are those of the table for us-east-1. */
class EstimatorTest {
  private static final String AWS = "aws: {identity: default, regions: [{name: %s}]}\n";

  private static Optional<Estimate> estimate(String spec) {
    return Estimator.bundled().of(Resolved.spec(spec), List.of());
  }

  private static Estimate economy(String region, String more) {
    return estimate("profile: Economy\n" + AWS.formatted(region) + more).orElseThrow();
  }

  @Test
  void nobodyWhoHasNothingInAwsIsToldACost() {
    assertThat(estimate("profile: Economy")).isEmpty();
  }

  @Test
  void nodesAreCountedWithTheirClusterAndSpotIsCheaper() {
    Estimate found =
        economy(
            "us-east-1",
            "cost: {assumptions: {nodes: [{class: t3.medium, count: 5}, {class: t3.large, count: 2,"
                + " spot: true}]}}");
    assertThat(line(found, "eks.cluster").monthlyUsd()).isEqualTo(73);
    assertThat(line(found, "ec2.t3.medium").monthlyUsd()).isEqualTo(151.84);
    assertThat(line(found, "ec2.t3.large").monthlyUsd()).isEqualTo(48.59);
    assertThat(found.assumptions()).anyMatch(text -> text.contains("spot markets"));
    assertThat(found.byPart()).containsEntry("compute", 273.43);
  }

  @Test
  void aSecondZoneCostsTheSameAgainAndAReplicaOnlyOnce() {
    String database =
        """
        databases:
          - {name: db, engine: MySQL, placement: Managed, instanceClass: db.t3.medium, allocatedStorage: 100Gi,
             multiAz: %s, replicas: [{name: read, instanceClass: db.t3.medium}]}
        cost: {assumptions: {ebsGb: 0}}
        """;
    assertThat(economy("us-east-1", database.formatted(false)).byPart())
        .containsEntry("database", 99.28)
        .containsEntry("storage", 23.0);
    assertThat(economy("us-east-1", database.formatted(true)).byPart())
        .containsEntry("database", 148.92)
        .containsEntry("storage", 34.5);
  }

  @Test
  void aReplicaOfATableHasTheSameUnitsAgain() {
    double alone = units(List.of());
    assertThat(alone).isPositive();
    assertThat(units(List.of("eu-west-1"))).isEqualTo(2 * alone);
  }

  private static double units(List<String> replicas) {
    ObjectNode settings =
        Json.tree(
            Map.of("readCapacityUnits", 100, "writeCapacityUnits", 100, "replicas", replicas));
    return ItemRows.load()
        .of(new Billed("dynamodb.Table", "carts", "us-east-1", settings))
        .usages()
        .stream()
        .mapToDouble(Usage::quantity)
        .sum();
  }

  @Test
  void eachRegionHasItsPrices() {
    String nodes = "cost: {assumptions: {nodes: [{class: m5.large, count: 1}]}}";
    assertThat(line(economy("ap-northeast-1", nodes), "ec2.m5.large").price().usd())
        .isGreaterThan(line(economy("us-east-1", nodes), "ec2.m5.large").price().usd());
  }

  @Test
  void whatHasNoFigureIsNamedAndNotLeftOut() {
    Estimate found =
        economy(
            "sa-east-1",
            "databases: [{name: db, engine: PostgreSQL, placement: Managed}]\n"
                + "buckets: [{name: assets}]\n"
                + "cost: {assumptions: {nodes: [{class: t3.medium, count: 1}]}}");
    assertThat(found.notPriced())
        .anyMatch(text -> text.contains("no price of ec2.t3.medium in sa-east-1"))
        .anyMatch(text -> text.contains("spec.databases[db]: rds.Instance needs dbInstanceClass"))
        .anyMatch(text -> text.contains("spec.buckets[assets]: storage and requests depend on use"))
        .anyMatch(text -> text.startsWith("spec.cost.assumptions.egressGb"));
  }

  @Test
  void volumesThatAreAssumedStandForThoseOfStores() {
    String database = "databases: [{name: db, engine: PostgreSQL, allocatedStorage: 50Gi}]\n";
    String none = "services: []\n";
    assertThat(economy("us-east-1", none + database).byPart()).containsEntry("storage", 4.0);
    assertThat(economy("us-east-1", none + database + "cost: {assumptions: {ebsGb: 500}}").byPart())
        .containsEntry("storage", 40.0);
  }

  @Test
  void everyPriceThatARowNamesIsInTheTable() {
    PriceTable prices = PriceTable.load();
    ItemRows.load()
        .fixedPrices()
        .forEach((key, type) -> assertThat(prices.of(key, "us-east-1")).as(type).isPresent());
  }

  @Test
  void everyFigureHasItsUnitSourceAndDate() {
    for (String file : PriceTable.FILES) {
      JsonNode content = PriceTable.read("/cost/" + file + ".yaml");
      assertThat(content.path("source").asText()).as(file).contains("AWS price");
      assertThat(content.path("published").asText()).as(file).matches("20\\d\\d-\\d\\d-\\d\\d");
      int regions = content.path("regions").size();
      content
          .path("units")
          .forEach(
              unit ->
                  unit.properties()
                      .forEach(
                          row -> assertThat(row.getValue()).as(row.getKey()).hasSize(regions)));
    }
  }

  private static CostLine line(Estimate estimate, String key) {
    return estimate.lines().stream()
        .filter(line -> line.usage().priceKey().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
