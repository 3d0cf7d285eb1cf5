package io.ecommerceplatform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.catalogue.RuleGroup.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference page of alerts is made from the rules. */
class AlertsInSyncTest {
  private static final Path PAGE = Path.of("../../docs/reference/alerts.md");
  private static final String HEAD =
      """
      # Alerts and recorded metrics

      Made from [rules.yaml](../../operator/core/src/main/resources/observability/rules.yaml); `make golden` rewrites this page. A platform gets the groups of what it has. How to switch them on: [user guide](../user-guide.md#watching-it). What an objective adds: `CheckoutErrorBudgetBurning`, `ApiSlow`, `shop:checkout_error_budget:remaining_ratio` and `shop:api_latency_seconds:p95_5m`.

      """;

  @Test
  void showsEveryRule() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).as("repair: make golden").isEqualTo(page);
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (RuleGroup group : CatalogueLoader.load().rules()) {
      page.append("## ").append(group.name()).append("\n\n").append(scope(group));
      alerts(group, page);
      records(group, page);
    }
    return page.toString().stripTrailing() + "\n";
  }

  private static String scope(RuleGroup group) {
    MonitoringCondition when = group.when();
    return when.engine() != null
        ? "With %s in the cluster.\n\n".formatted(when.engine())
        : when.component() != null ? "With the service %s.\n\n".formatted(when.component()) : "";
  }

  private static void alerts(RuleGroup group, StringBuilder page) {
    if (rules(group).noneMatch(rule -> rule.alert() != null)) {
      return;
    }
    page.append("| alert | severity | after | what it says | first thing to do |\n");
    page.append("|---|---|---|---|---|\n");
    rules(group)
        .filter(rule -> rule.alert() != null)
        .forEach(
            rule ->
                page.append(
                    "| %s | %s | %s | %s | %s |%n"
                        .formatted(
                            rule.alert(),
                            rule.severity(),
                            rule.duration() == null ? "at once" : rule.duration(),
                            cell(rule.summary()),
                            cell(action(rule)))));
    page.append('\n');
  }

  private static String action(Rule rule) {
    return rule.strimziAction() == null
        ? rule.action()
        : "%s; by Strimzi: %s".formatted(rule.action(), rule.strimziAction());
  }

  private static void records(RuleGroup group, StringBuilder page) {
    if (rules(group).noneMatch(rule -> rule.record() != null)) {
      return;
    }
    page.append("| recorded metric | expression |\n|---|---|\n");
    rules(group)
        .filter(rule -> rule.record() != null)
        .forEach(
            rule -> page.append("| `%s` | `%s` |%n".formatted(rule.record(), cell(rule.expr()))));
    page.append('\n');
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static Stream<Rule> rules(RuleGroup group) {
    return group.rules().stream();
  }
}
