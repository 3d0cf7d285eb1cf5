package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Manifest;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrimziStoreTest {
  private static final String SHOP =
      """
      profile: Economy
      services: [{name: web}, {name: user}, {name: order}]
      kafka: {provider: Strimzi, brokers: 3}
      """;
  private static final ClusterFacts WITHOUT_STRIMZI =
      new ClusterFacts(
          Set.of("gp3"),
          "gp3",
          Set.of("alb"),
          Set.of("kafka.strimzi.io/v1beta2/Kafka", "kafka.strimzi.io/v1/KafkaTopic"),
          Map.of());

  @Test
  void servicesStartFromTheBootstrapServiceAndMayReachTheBrokers() {
    Platform shop = Resolved.spec(SHOP);

    assertThat(shop.service("order").orElseThrow().config())
        .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka-kafka-bootstrap:9092");
    assertThat(policy(shop, "order").getSpec().getEgress())
        .anySatisfy(
            rule ->
                assertThat(rule.getTo().getFirst().getPodSelector().getMatchLabels())
                    .containsEntry("strimzi.io/name", "kafka-kafka"));
  }

  @Test
  void theDefaultDenyLeavesStrimziPodsToStrimzi() {
    Platform shop = Resolved.spec(SHOP);

    assertThat(policy(shop, "shop-default-deny").getSpec().getPodSelector().getMatchExpressions())
        .singleElement()
        .satisfies(e -> assertThat(e.getOperator()).isEqualTo("DoesNotExist"));
  }

  @Test
  void topicsAreOwnedByNobodyAndKept() {
    List<Manifest> topics =
        Compiled.of(Resolved.spec(SHOP)).desired().objects().stream()
            .filter(m -> m.ref().kind().equals("KafkaTopic"))
            .toList();

    assertThat(topics).isNotEmpty();
    assertThat(topics)
        .allSatisfy(
            topic -> {
              assertThat(topic.json().at("/metadata/ownerReferences").isMissingNode()).isTrue();
              assertThat(topic.labels())
                  .containsEntry("ecommerceplatform.io/deletion-policy", "Retain");
            });
  }

  @Test
  void anAbsentOrOlderStrimziIsNamedWithTheCommandThatInstallsIt() {
    Platform shop = Resolved.spec(SHOP, WITHOUT_STRIMZI);

    List<Finding> findings =
        shop.findings().stream().filter(f -> f.reason() == Reason.DefinitionMissing).toList();
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().text())
        .isEqualTo(
            "spec.kafka.provider: Strimzi is not installed, or too old for kafka.strimzi.io/v1:"
                + " there is no kafkas.kafka.strimzi.io, kafkanodepools.kafka.strimzi.io,"
                + " kafkausers.kafka.strimzi.io;"
                + " type: helm install strimzi oci://quay.io/strimzi-helm/strimzi-kafka-operator"
                + " -n strimzi --create-namespace --set watchAnyNamespace=true");
    assertThat(shop.service("order").orElseThrow().waitsFor())
        .contains("kafka (spec.kafka, Strimzi is not installed)");
    assertThat(shop.service("web").orElseThrow().waitsFor()).isEmpty();
  }

  private static NetworkPolicy policy(Platform platform, String name) {
    return StorePlatform.find(Compiled.of(platform).desired(), NetworkPolicy.class, name);
  }
}
