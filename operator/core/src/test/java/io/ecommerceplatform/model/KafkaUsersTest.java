package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KafkaUsersTest {
  private static final String SHOP =
      """
      profile: Economy
      kafka: {provider: Strimzi}
      services:
      - name: user
      - name: order
      - name: payment
      - name: web
      - {name: pay, image: {repository: example.com/pay, tag: '1'}, port: 8080, %s}
      """;

  @Test
  void aBundledServiceMayDoWhatItPublishesAndConsumesAndNothingElse() {
    assertThat(grants(shop(""), "kafka-payment"))
        .containsExactlyInAnyOrder(
            "TOPIC payment-events [WRITE, DESCRIBE]",
            "TOPIC audit-events [WRITE, DESCRIBE]",
            "TOPIC payment-commands [READ, DESCRIBE]",
            "TOPIC payment-commands-dlt [WRITE, DESCRIBE]",
            "GROUP payment [READ]",
            "TRANSACTION payment [WRITE, DESCRIBE]",
            "TRANSACTION payment-* [WRITE, DESCRIBE]");
  }

  @Test
  void everyGrantOfATopicIsOfOneThatThePlatformMakes() {
    Platform shop = shop("publishes: [offers], consumes: [order-events]");
    Set<String> topics = new TreeSet<>(shop.topics().stream().map(KafkaTopic::name).toList());

    assertThat(
            shop.kafkaUsers().stream()
                .flatMap(user -> user.grants().stream())
                .filter(grant -> grant.subject() == KafkaUser.Subject.TOPIC)
                .map(KafkaUser.Grant::name))
        .contains("offers", "order-events-dlt")
        .isSubsetOf(topics);
  }

  @Test
  void aServiceWithoutAContractReadsWithGroupsOfItsNameAndOfItsQueue() {
    assertThat(grants(shop("publishes: [offers], consumes: [delivery]"), "kafka-pay"))
        .containsExactlyInAnyOrder(
            "TOPIC offers [WRITE, DESCRIBE]",
            "TOPIC order-events [READ, DESCRIBE]",
            "TOPIC order-events-dlt [WRITE, DESCRIBE]",
            "GROUP delivery [READ]",
            "GROUP pay [READ]",
            "GROUP pay-* [READ]",
            "TRANSACTION pay [WRITE, DESCRIBE]",
            "TRANSACTION pay-* [WRITE, DESCRIBE]");
  }

  @Test
  void aGroupThatTheServiceIsToldIsTheOnlyOne() {
    String env = "env: [{name: SPRING_KAFKA_CONSUMER_GROUP_ID, value: mine}]";
    assertThat(grants(shop("consumes: [delivery], " + env), "kafka-pay"))
        .filteredOn(grant -> grant.startsWith("GROUP"))
        .containsExactly("GROUP mine [READ]");
  }

  @Test
  void whoOnlyUsesKafkaMayLogInAndNoMore() {
    assertThat(grants(shop("uses: [kafka]"), "kafka-pay")).isEmpty();
  }

  @Test
  void jobsAreUsersTooAndWhoDoesNotUseKafkaIsNone() {
    Platform shop =
        Resolved.spec(
            SHOP.formatted("")
                + """
                jobs:
                - name: report
                  image: {repository: example.com/report, tag: '1'}
                  schedule: 0 1 * * *
                  publishes: [reports]
                """);

    assertThat(shop.kafkaUsers())
        .extracting(KafkaUser::name)
        .containsExactly(
            "kafka-order", "kafka-payment", "kafka-user", "kafka-report", "kafka.dead-letters");
    assertThat(shop.jobs().getFirst().secrets()).containsExactly("kafka-report");
  }

  @Test
  void aPersonMayReadDeadLettersAndKedaMayCompareOffsets() {
    Platform shop =
        shop("consumes: [delivery], scaling: {queueDepth: {queue: delivery, target: 5}}");

    assertThat(grants(shop, "kafka.dead-letters"))
        .contains("TOPIC order-events-dlt [READ, DESCRIBE]", "GROUP console-consumer-* [READ]")
        .noneMatch(grant -> grant.contains("WRITE"))
        .filteredOn(grant -> grant.startsWith("TOPIC"))
        .allMatch(grant -> grant.contains("-dlt "));
    assertThat(grants(shop, "kafka.keda"))
        .containsExactly("TOPIC order-events [DESCRIBE]", "GROUP delivery [DESCRIBE]");
  }

  @Test
  void aServiceLogsInWithTheSecretOfItsUser() {
    Platform shop = shop("uses: [kafka]");
    ResolvedService order = shop.service("order").orElseThrow();
    ResolvedService foreign = shop.service("pay").orElseThrow();

    assertThat(order.config())
        .containsEntry("SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT")
        .containsEntry("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM-SHA-512");
    assertThat(order.secrets()).contains("kafka-order");
    assertThat(order.env().toString())
        .contains("SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "sasl.jaas.config");
    assertThat(foreign.config())
        .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT")
        .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
        .containsEntry("KAFKA_USERNAME", "kafka-pay");
    assertThat(foreign.env().toString()).contains("KAFKA_PASSWORD", "KAFKA_SASL_JAAS_CONFIG");
    assertThat(foreign.secrets()).containsExactly("kafka-pay");
  }

  @Test
  void aGeneratedSecretMayNotHaveTheNameOfAUser() {
    String entry = "secrets: {entries: [{name: kafka-pay}]}\n";
    Platform shop = Resolved.spec(SHOP.formatted("uses: [kafka]") + entry);

    assertThat(shop.findings())
        .filteredOn(finding -> finding.reason() == Reason.Conflict)
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.text())
                    .contains("Secret kafka-pay", "spec.secrets.entries[kafka-pay]"));
  }

  @Test
  void brokersOfOurOwnKnowNoUsers() {
    Platform shop = Resolved.spec("{profile: Economy, services: [{name: user}, {name: order}]}");

    assertThat(shop.kafkaUsers()).isEmpty();
    assertThat(shop.service("order").orElseThrow().secrets()).doesNotContain("kafka-order");
    assertThat(shop.service("order").orElseThrow().config())
        .doesNotContainKey("SPRING_KAFKA_SECURITY_PROTOCOL");
  }

  private static Platform shop(String pay) {
    return Resolved.spec(SHOP.formatted(pay));
  }

  private static List<String> grants(Platform platform, String user) {
    return platform.kafkaUsers().stream()
        .filter(u -> u.name().equals(user))
        .findFirst()
        .orElseThrow(() -> new AssertionError(user + " is not among " + platform.kafkaUsers()))
        .grants()
        .stream()
        .map(
            g ->
                "%s %s%s %s"
                    .formatted(g.subject(), g.name(), g.isPrefix() ? "*" : "", g.operations()))
        .collect(Collectors.toList());
  }
}
