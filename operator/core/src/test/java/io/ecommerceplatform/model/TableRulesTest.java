package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.store.AttributeType;
import io.ecommerceplatform.api.v1alpha1.store.KeyAttribute;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables: what is made, and what services see of them. */
class TableRulesTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: %s
        aws: {identity: default, regions: [{name: eu-central-1}]%s}
        services:
          - {name: cart}
          - {name: own, image: {repository: ghcr.io/other/own, tag: a}, uses: [%s]}
        %s
      """;

  private static final ItemOutputs THERE =
      new ItemOutputs(
          Map.of(
              "dynamodb.Table/carts", Map.of("name", "shop-carts-1", "arn", "arn:aws:dynamodb:x")));

  private static Platform shop(
      String profile, String aws, String uses, String tables, ItemOutputs outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(SHOP.formatted(profile, aws, uses, tables)),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        outputs);
  }

  private static AwsTable table(String profile, String aws, String fields) {
    String tables = "tables: [{name: carts, partitionKey: {name: id, type: N}%s}]";
    return shop(profile, aws, "carts", tables.formatted(fields), ItemOutputs.none())
        .aws()
        .orElseThrow()
        .tables()
        .getFirst();
  }

  @Test
  void servicesWaitForTheirTableAndAreToldItsName() {
    String tables = "tables: [{name: carts, partitionKey: {name: id, type: S}}]";
    Platform before = shop("Economy", "", "carts", tables, ItemOutputs.none());
    assertThat(before.service("cart").orElseThrow().waitsFor()).contains("table carts");
    assertThat(before.service("own").orElseThrow().waitsFor()).contains("table carts");

    Platform after = shop("Economy", "", "carts", tables, THERE);
    assertThat(after.service("cart").orElseThrow().waitsFor()).doesNotContain("table carts");
    assertThat(after.service("cart").orElseThrow().toString())
        .contains("SHOP_CARTS_TABLE", "shop-carts-1");
    assertThat(after.service("own").orElseThrow().waitsFor()).isEmpty();
    assertThat(after.service("own").orElseThrow().toString())
        .contains("CARTS_TABLE", "CARTS_ARN", "arn:aws:dynamodb:x", "CARTS_REGION");
  }

  @Test
  void theTableOfTheProfileHasTheKeysThatItsServiceUses() {
    assertThat(shop("Production", "", "", "", ItemOutputs.none()).aws().orElseThrow().tables())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.name()).isEqualTo("carts");
              assertThat(table.partitionKey())
                  .isEqualTo(new KeyAttribute("cartId", AttributeType.S));
              assertThat(table.ttlAttribute()).isEqualTo("expiresAt");
              assertThat(table.pointInTimeRecovery()).isTrue();
              assertThat(table.deletionProtection()).isTrue();
            });
  }

  @Test
  void aTableIsOnDemandUnlessItHasBounds() {
    assertThat(table("Economy", "", "").capacity()).isEmpty();
    assertThat(table("Economy", "", ", capacity: {mode: OnDemand}").capacity()).isEmpty();
    assertThat(table("Economy", "", ", capacity: {min: 5, max: 9}").capacity())
        .contains(new AwsTable.Capacity(5, 9, 70));
    assertThat(table("Economy", "", ", capacity: {min: 5, max: 9, targetPercent: 50}").capacity())
        .contains(new AwsTable.Capacity(5, 9, 50));
  }

  @Test
  void aReplicaIsInTheSecondRegionAndIsFedByTheStream() {
    AwsTable alone = table("Economy", "", "");
    assertThat(alone.replicaRegion()).as("what is there stays").isNull();
    assertThat(alone.streams()).isFalse();
    assertThat(table("Economy", "", ", replicate: false").replicaRegion()).isEmpty();
    assertThat(table("Economy", "", ", replicate: true").replicaRegion())
        .as("without a second region")
        .isNull();
    AwsTable copied =
        Resolved.spec(
                """
                profile: Economy
                aws: {identity: default, regions: [{name: eu-central-1}, {name: eu-west-1}]}
                services: [{name: cart}]
                tables: [{name: carts, partitionKey: {name: id, type: S}, replicate: true}]
                """)
            .aws()
            .orElseThrow()
            .tables()
            .getFirst();
    assertThat(copied.replicaRegion()).isEqualTo("eu-west-1");
    assertThat(copied.streams()).isTrue();
  }

  @Test
  void itStaysUnlessSomebodySaysOtherwise() {
    assertThat(table("Economy", "", "").deletionPolicy()).isEmpty();
    assertThat(table("Economy", ", deletionPolicy: Delete", "").deletionPolicy())
        .contains(DeletionPolicy.Delete);
    assertThat(
            table("Economy", ", deletionPolicy: Delete", ", deletionPolicy: Snapshot")
                .deletionPolicy())
        .contains(DeletionPolicy.Snapshot);
  }
}
