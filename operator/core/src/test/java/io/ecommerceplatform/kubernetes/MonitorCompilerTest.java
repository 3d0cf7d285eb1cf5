package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Follows each monitor through its Service to a port of a pod that lets its reader in. */
class MonitorCompilerTest {
  private static final String SHOP =
      """
      profile: Economy
      services:
        - {name: user, uses: [one]}
        - {name: cart}
        - {name: mine, image: {repository: r, tag: "1"}, port: 80}
      databases:
        - {name: one, engine: PostgreSQL, placement: InCluster}
        - {name: two, engine: MySQL, placement: InCluster}
        - {name: three, engine: MongoDB, placement: InCluster}
      """;
  private static final Compiled SERVED = Compiled.spec(SHOP);

  @Test
  void everyServiceWithMetricsAndEveryStoreIsRead() {
    assertThat(monitors(SERVED))
        .extracting(m -> m.ref().name())
        .contains("user", "cart", "one", "two", "three", "redis", "kafka")
        .doesNotContain("mine");
  }

  @Test
  void eachLeadsToAPortThatExistsAndIsOpen() {
    for (Manifest monitor : monitors(SERVED).toList()) {
      JsonNode endpoint = monitor.json().at("/spec/endpoints/0");
      List<JsonNode> services = services(monitor.json().at("/spec/selector"), endpoint);
      assertThat(services).as(monitor.ref().id()).isNotEmpty();
      // the idle colour of a service has no pods
      List<Integer> ports =
          services.stream()
              .map(s -> containerPort(Json.strings(s.path("spec"), "selector"), endpoint))
              .filter(port -> port > 0)
              .toList();
      assertThat(ports)
          .as(monitor.ref().id())
          .hasSize(1)
          .allMatch(port -> isOpen(monitor.ref().name(), port));
    }
  }

  @Test
  void aKafkaOfStrimziIsReadByItsPodsAndAlarmedAboutAlike() {
    Compiled compiled = Compiled.spec(SHOP + "kafka: {provider: Strimzi}");
    JsonNode monitor = compiled.object("PodMonitor/kafka");

    assertThat(monitor.at("/spec/selector/matchLabels/strimzi.io~1name").asText())
        .isEqualTo("kafka-kafka-exporter");
    assertThat(compiled.object("Kafka/kafka").at("/spec/kafkaExporter").isObject()).isTrue();
    assertThat(compiled.object("PrometheusRule/shop").at("/spec/groups").findValuesAsText("name"))
        .contains("kafka");
  }

  @Test
  void deadLettersAreReadWhereTheyAreAndByWhoMay() {
    String own = deadLetters(Compiled.spec(SHOP));
    String strimzi = deadLetters(Compiled.spec(SHOP + "kafka: {provider: Strimzi}"));

    assertThat(own).contains("kubectl exec -n shop kafka-0 -c kafka").doesNotContain("secret");
    assertThat(strimzi)
        .contains("kubectl get secret -n shop kafka.dead-letters")
        .contains("-l strimzi.io/name=kafka-kafka")
        .doesNotContain("kafka-0");
  }

  private static String deadLetters(Compiled compiled) {
    return compiled
        .object("PrometheusRule/shop")
        .at("/spec/groups")
        .valueStream()
        .flatMap(group -> group.path("rules").valueStream())
        .filter(rule -> rule.path("alert").asText().equals("DeadLetters"))
        .map(rule -> rule.at("/annotations/action").asText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsMadeNorMissedWithoutPrometheus() {
    ClusterFacts bare = new ClusterFacts(Set.of("gp3"), "gp3", Set.of("alb"), Set.of(), Map.of());
    Compiled compiled = Compiled.of(Resolved.spec(SHOP, bare));

    assertThat(monitors(compiled)).isEmpty();
    assertThat(compiled.held()).noneMatch(id -> id.startsWith("ServiceMonitor/"));
    assertThat(compiled.platform().findings()).isEmpty();
  }

  private static Stream<Manifest> monitors(Compiled compiled) {
    return compiled.desired().objects().stream()
        .filter(m -> m.ref().kind().equals("ServiceMonitor"));
  }

  /** The Services that a monitor selects and that have its port. */
  private static List<JsonNode> services(JsonNode selector, JsonNode endpoint) {
    String needed = selector.at("/matchExpressions/0/key").asText();
    return SERVED.desired().objects().stream()
        .filter(m -> m.ref().kind().equals("Service"))
        .filter(
            m ->
                m.labels().entrySet().containsAll(Json.strings(selector, "matchLabels").entrySet()))
        .filter(m -> needed.isEmpty() || m.labels().containsKey(needed))
        .map(m -> (JsonNode) m.json())
        .filter(
            s ->
                endpoint.has("targetPort")
                    || s.at("/spec/ports").findValuesAsText("name").contains(name(endpoint)))
        .toList();
  }

  private static String name(JsonNode endpoint) {
    return endpoint.path(endpoint.has("port") ? "port" : "targetPort").asText();
  }

  /** The number of the port of that name of the pods with these labels. */
  private static int containerPort(Map<String, String> pods, JsonNode endpoint) {
    return SERVED.desired().objects().stream()
        .map(m -> m.json().at("/spec/template"))
        .filter(
            t -> Json.strings(t.path("metadata"), "labels").entrySet().containsAll(pods.entrySet()))
        .flatMap(t -> t.at("/spec/containers").valueStream())
        .flatMap(c -> c.path("ports").valueStream())
        .filter(p -> p.path("name").asText().equals(name(endpoint)))
        .mapToInt(p -> p.path("containerPort").asInt())
        .findFirst()
        .orElse(-1);
  }

  private static boolean isOpen(String policy, int port) {
    return SERVED
        .object("NetworkPolicy/" + policy)
        .at("/spec/ingress")
        .valueStream()
        .filter(
            rule ->
                rule.at("/from/0/namespaceSelector/matchLabels/metrics").asText().equals("enabled"))
        .anyMatch(rule -> rule.at("/ports/0/port").asInt() == port);
  }
}
