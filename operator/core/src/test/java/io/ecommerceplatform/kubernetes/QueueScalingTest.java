package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.catalogue.EnvVariable;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class QueueScalingTest {
  private static final ClusterFacts WITHOUT_KEDA =
      new ClusterFacts(Set.of("gp3"), "gp3", Set.of("alb"), Set.of(), Map.of());
  private static final String ORDER =
      """
      profile: Economy
      services:
      - name: user
      - name: product
      - name: %s
        scaling:
          minReplicas: 2
          maxReplicas: 10
          cpuPercent: 70
          memoryPercent: 80
          queueDepth: {queue: %s, target: 50}
          schedules: [%s]
        %s
      """;

  @Test
  void oneObjectCarriesAllReasonsToScaleAndThereIsNoOther() {
    String evening =
        "{start: '0 18 * * *', end: '0 20 * * *', timeZone: Asia/Singapore, minReplicas: 6}";
    Compiled compiled = Compiled.spec(ORDER.formatted("order", "order", evening, ""));
    JsonNode spec = compiled.object("ScaledObject/order-blue").path("spec");
    assertThat(spec.at("/scaleTargetRef/name").asText()).isEqualTo("order-blue");
    assertThat(spec.path("minReplicaCount").asInt()).isEqualTo(2);
    assertThat(spec.path("maxReplicaCount").asInt()).isEqualTo(10);
    assertThat(spec.path("triggers").findValuesAsText("type"))
        .containsExactly("kafka", "cpu", "memory", "cron");
    assertThat(Json.strings(trigger(spec, "cron"), "metadata"))
        .containsEntry("desiredReplicas", "6")
        .containsEntry("timezone", "Asia/Singapore");
    assertThat(trigger(spec, "cpu").path("metricType").asText()).isEqualTo("Utilization");
    assertThat(compiled.ids()).doesNotContain("HorizontalPodAutoscaler/order-blue");
    assertThat(compiled.object("Deployment/order-blue").at("/spec").has("replicas")).isFalse();
  }

  @Test
  void theQueueIsTheGroupOfItsConsumersAndAllTopicsThatItReads() {
    assertThat(kafka("order", "order", ""))
        .containsEntry("bootstrapServers", "kafka.shop.svc:9092")
        .containsEntry("consumerGroup", "order")
        .containsEntry("lagThreshold", "50")
        .doesNotContainKey("topic");
    assertThat(kafka("payment", "payment", "")).containsEntry("topic", "payment-commands");
  }

  @Test
  void aServiceThatReadsUnderAnotherNameIsMeasuredUnderIt() {
    String env = "env: [{name: SPRING_KAFKA_CONSUMER_GROUP_ID, value: mine}]";
    assertThat(kafka("order", "order", env)).containsEntry("consumerGroup", "mine");
    assertThat(kafka("order", "payment", env)).containsEntry("consumerGroup", "payment");
  }

  @Test
  void ofATopicTheServiceIsTheGroup() {
    assertThat(kafka("order", "audit-events", ""))
        .containsEntry("topic", "audit-events")
        .containsEntry("consumerGroup", "order");
  }

  @Test
  void theGroupsAreThoseOfTheContracts() {
    Resolved.CATALOGUE.services().stream()
        .filter(service -> !service.consumes().isEmpty())
        .forEach(
            service -> {
              List<EnvVariable> variables =
                  Resolved.CATALOGUE.contract(service.name()).orElseThrow().variables();
              assertThat(variables)
                  .filteredOn(v -> v.name().equals("SPRING_KAFKA_CONSUMER_GROUP_ID"))
                  .extracting(v -> v.defaultValue().orElseThrow())
                  .as(service.name())
                  .isEqualTo(service.consumes());
            });
  }

  @Test
  void strimziHasAnotherAddressAndBothLetKedaIn() {
    String strimzi = "kafka: {provider: Strimzi}\n";
    Compiled other = Compiled.spec(ORDER.formatted("order", "order", "", "") + strimzi);
    assertThat(Json.text(other.object("ScaledObject/order-blue")))
        .contains("kafka-kafka-bootstrap.shop.svc:9092");
    assertThat(Json.text(other.object("Kafka/kafka"))).contains("keda-operator");
    JsonNode trigger = other.object("ScaledObject/order-blue").at("/spec/triggers/0");
    JsonNode login =
        other.object("TriggerAuthentication/" + trigger.at("/authenticationRef/name").asText());
    String settings = login.at("/spec/configMapTargetRef/0/name").asText();
    assertThat(Json.strings(other.object("ConfigMap/" + settings), "data"))
        .containsEntry("sasl", "scram_sha512")
        .containsEntry("username", login.at("/spec/secretTargetRef/0/name").asText());
    assertThat(other.ids()).contains("KafkaUser/" + settings);

    Compiled own = Compiled.spec(ORDER.formatted("order", "order", "", ""));
    assertThat(Json.text(own.object("NetworkPolicy/kafka"))).contains("keda-operator");
    assertThat(
            own.object("ScaledObject/order-blue").at("/spec/triggers/0").has("authenticationRef"))
        .isFalse();
    assertThat(own.ids()).noneMatch(id -> id.startsWith("TriggerAuthentication/"));
    assertThat(Json.text(own.object("NetworkPolicy/postgresql"))).doesNotContain("keda-operator");
    assertThat(Json.text(Compiled.spec("{profile: Economy}").object("NetworkPolicy/kafka")))
        .doesNotContain("keda-operator");
  }

  @Test
  void withoutKedaTheAutoscalerStaysAndTheLackIsTold() {
    Platform platform = Resolved.spec(ORDER.formatted("order", "order", "", ""), WITHOUT_KEDA);
    assertThat(Compiled.of(platform).ids())
        .contains("HorizontalPodAutoscaler/order-blue")
        .doesNotContain("ScaledObject/order-blue");
    assertThat(platform.findings())
        .filteredOn(f -> f.reason() == Reason.KedaMissing)
        .extracting(Finding::text)
        .allMatch(text -> text.startsWith("spec.services[order].scaling.queueDepth: KEDA is not"))
        .allMatch(text -> text.contains("helm install keda"))
        .hasSize(1);
  }

  @Test
  void aQueueOfTheOtherTransportIsNotManagedYet() {
    Platform platform =
        Resolved.spec(
            ORDER.formatted("order", "order", "", "") + "messaging: {transport: SnsSqs}\n");
    assertThat(platform.findings())
        .filteredOn(f -> f.reason() == Reason.NotManagedYet)
        .extracting(Finding::path)
        .contains("spec.services[order].scaling.queueDepth");
    assertThat(Compiled.of(platform).ids()).doesNotContain("ScaledObject/order-blue");
  }

  private static Map<String, String> kafka(String service, String queue, String more) {
    Compiled compiled = Compiled.spec(ORDER.formatted(service, queue, "", more));
    JsonNode spec = compiled.object("ScaledObject/" + service + "-blue").path("spec");
    return Json.strings(trigger(spec, "kafka"), "metadata");
  }

  private static JsonNode trigger(JsonNode spec, String type) {
    return StreamSupport.stream(spec.path("triggers").spliterator(), false)
        .filter(trigger -> trigger.path("type").asText().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
