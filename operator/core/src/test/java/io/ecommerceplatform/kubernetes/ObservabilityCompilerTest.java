package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.ClusterFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What follows from objectives and from the tiers of alerts. */
class ObservabilityCompilerTest {
  private static final String ASKED =
      """
      profile: Economy
      domain: {host: shop.example.com}
      observability:
        alerts:
          tiers:
            - {afterMinutes: 15, email: [boss@example.com], sms: ["+6560000000"]}
            - {afterMinutes: 0, slack: {secret: {name: slack, key: webhook}, channel: "#shop"}}
        objectives: {checkoutSuccessPercent: 99.9, apiP95Millis: 300, windowDays: %d}
      """;
  private static final ClusterFacts BARE =
      new ClusterFacts(Set.of("gp3"), "gp3", Set.of("alb"), Set.of(), Map.of());

  @Test
  void theWindowsOfThirtyDaysAreThoseOfTheWorkbook() {
    assertThat(burning(30))
        .hasSize(3)
        .anyMatch(
            expr -> expr.contains("[60m]") && expr.contains("[5m]") && expr.contains("0.0144"))
        .anyMatch(
            expr -> expr.contains("[360m]") && expr.contains("[30m]") && expr.contains("0.006"))
        .anyMatch(expr -> expr.contains("[4320m]") && expr.contains("[360m]"));
  }

  @Test
  void anotherWindowKeepsTheirProportions() {
    assertThat(burning(7))
        .anyMatch(expr -> expr.contains("[14m]") && expr.contains("[2m]"))
        .anyMatch(expr -> expr.contains("[84m]") && expr.contains("[7m]"))
        .anyMatch(expr -> expr.contains("[1008m]") && expr.contains("[84m]"));
  }

  @Test
  void aTierWaitsBeforeItsFirstMessageAndTheNextOneIsToldToo() {
    JsonNode spec =
        Compiled.spec(ASKED.formatted(30)).object("AlertmanagerConfig/shop").path("spec");
    JsonNode routes = spec.at("/route/routes");

    assertThat(routes.findValuesAsText("groupWait")).containsExactly("10s", "15m");
    assertThat(routes.findValuesAsText("continue")).containsOnly("true");
    assertThat(spec.at("/receivers/1/slackConfigs/0/apiURL/name").asText()).isEqualTo("slack");
    assertThat(spec.at("/receivers/2/emailConfigs/0/to").asText()).isEqualTo("boss@example.com");
    assertThat(spec.at("/receivers/2/snsConfigs/0/phoneNumber").asText()).isEqualTo("+6560000000");
  }

  @Test
  void whatIsAskedForByNameIsMissedByName() {
    Platform platform = Resolved.spec(ASKED.formatted(30), BARE);

    assertThat(platform.findings())
        .filteredOn(f -> f.part() == ConditionType.ObservabilityReady)
        .extracting(Finding::reason, Finding::path)
        .containsExactlyInAnyOrder(
            tuple(
                Reason.DefinitionMissing,
                "spec.observability.alerts, spec.observability.objectives"),
            tuple(Reason.SecretNotFound, "spec.observability.alerts.tiers[0].slack.secret"));
    assertThat(platform.findings())
        .filteredOn(f -> f.reason() == Reason.DefinitionMissing)
        .allMatch(f -> f.message().contains("helm install monitoring kube-prometheus-stack"));
  }

  @Test
  void anObjectiveThatNobodyCountsIsReported() {
    Platform platform =
        Resolved.spec(
            "{profile: Economy, services: [{name: web}],"
                + " observability: {objectives: {checkoutSuccessPercent: 99}}}");

    assertThat(platform.findings())
        .extracting(Finding::path)
        .containsExactly("spec.observability.objectives.checkoutSuccessPercent");
  }

  private static List<String> burning(int days) {
    JsonNode groups =
        Compiled.spec(ASKED.formatted(days)).object("PrometheusRule/shop").at("/spec/groups");
    return StreamSupport.stream(groups.spliterator(), false)
        .flatMap(group -> group.path("rules").valueStream())
        .filter(rule -> rule.path("alert").asText().equals("CheckoutErrorBudgetBurning"))
        .map(rule -> rule.path("expr").asText())
        .toList();
  }
}
