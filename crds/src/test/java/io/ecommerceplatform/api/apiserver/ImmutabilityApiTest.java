package io.ecommerceplatform.api.apiserver;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Changes that would lose data are refused when they are typed, not when they are carried out. */
@LocalPlane
class ImmutabilityApiTest {
  private static final String PLATFORM =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec:
        profile: Production
        aws: {identity: default, regions: [{name: eu-central-1}, {name: eu-west-1}]}
        domain: {host: shop.example.com}
        databases:
          - {name: orders-db, engine: MySQL, placement: Managed, awsName: orders, allocatedStorage: 100Gi, storageEncrypted: true}
        caches:
          - {name: sessions, placement: Managed, clusterMode: true, atRestEncryption: true}
        search: {placement: Managed}
        kafka: {provider: Strimzi}
        tables:
          - {name: carts, partitionKey: {name: cartId, type: S}}
        buckets: [{name: media, awsName: shop-media}]
        messaging: {transport: SnsSqs, topics: [{name: refunds}], queues: [{name: payment, fifo: true}]}
        disasterRecovery:
          arbiter: shop-arbiter
          operation: {id: one, type: Switchover, target: eu-west-1}
      """;

  private record Change(String from, String to, String message) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change("engine: MySQL", "engine: PostgreSQL", "engine is immutable: MySQL cannot"),
          new Change("placement: Managed, awsName: orders,", "awsName: orders,", null),
          new Change("awsName: orders", "awsName: orders-2", "awsName is immutable"),
          new Change("awsName: orders, ", "", "awsName is immutable"),
          new Change("name: media, awsName: shop-media", "name: media", "awsName is immutable"),
          new Change("{name: carts,", "{name: carts, awsName: carts,", "awsName is immutable"),
          new Change("100Gi", "50Gi", "storage cannot shrink from 100Gi to 50Gi"),
          new Change("100Gi", "200Gi", null),
          new Change("clusterMode: true", "clusterMode: false", "clusterMode is immutable"),
          new Change(
              "sessions, placement: Managed, clusterMode",
              "sessions, placement: InCluster, clusterMode",
              "placement is immutable"),
          new Change(
              "search: {placement: Managed}",
              "search: {placement: InCluster}",
              "placement is immutable"),
          new Change("provider: Strimzi", "provider: StatefulSet", "provider is immutable"),
          new Change("{name: cartId, type: S}", "{name: id, type: S}", "partitionKey is immutable"),
          new Change(
              "type: S}}", "type: S}, sortKey: {name: at, type: N}}", "sortKey is immutable"),
          new Change("{name: refunds}", "{name: refunds, fifo: true}", "fifo is immutable"),
          new Change("name: payment, fifo: true", "name: payment", "fifo is immutable"),
          new Change(
              "type: Switchover, target: eu-west-1",
              "type: Switchover, target: eu-central-1",
              "operation one is immutable once it is accepted: give the new run a new id"),
          new Change(
              "{id: one, type: Switchover, target: eu-west-1}",
              "{id: two, type: Drill, target: eu-west-1}",
              null));

  @TestFactory
  Stream<DynamicTest> changes(KubernetesClient client, TestNamespace namespace) throws IOException {
    Platforms.install(client);
    Platforms platforms = new Platforms(client, namespace.name());
    platforms.create(PLATFORM);
    return CHANGES.stream()
        .map(
            change ->
                DynamicTest.dynamicTest(
                    change.from() + " -> " + change.to(), () -> verify(platforms, change)));
  }

  private static void verify(Platforms platforms, Change change) {
    String yaml = PLATFORM.replace(change.from(), change.to());
    if (change.message() == null) {
      assertThatCode(() -> platforms.replace(yaml)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> platforms.replace(yaml))
          .isInstanceOf(KubernetesClientException.class)
          .hasMessageContaining(change.message());
    }
  }
}
