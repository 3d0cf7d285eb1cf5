package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.RuleGroup;
import io.ecommerceplatform.catalogue.RuleGroup.Rule;
import io.ecommerceplatform.model.Objectives;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rules that follow from objectives: an error budget is watched over several windows at once, as
 * the Site Reliability Workbook does for 30 days, in the same proportions for other ones.
 */
record ObjectiveRules(Platform platform, Objectives objectives) {
  private static final String CHECKOUTS = "shop_checkouts_total{namespace=\"$NAMESPACE\"%s}";
  private static final int MINUTES_PER_DAY = 1_440;
  private static final int SHORTEST_LONG = 5;
  private static final int SHORTEST_SHORT = 2;

  /**
   * How fast the budget goes.
   *
   * @param factor times faster than would use it up at the end of the window
   * @param part the long window is this part of the whole one, and 12 short ones
   */
  private record Burn(String factor, int part, String severity) {}

  private static final List<Burn> BURNS =
      List.of(
          new Burn("14.4", 720, "critical"),
          new Burn("6", 120, "critical"),
          new Burn("1", 10, "warning"));

  RuleGroup group() {
    List<Rule> rules = new ArrayList<>();
    objectives.checkoutErrors().ifPresent(budget -> checkout(budget, rules));
    objectives.apiP95Millis().ifPresent(millis -> latency(millis, rules));
    return new RuleGroup("objectives", null, rules);
  }

  private void checkout(BigDecimal budget, List<Rule> rules) {
    String window = objectives.windowDays() + "d";
    if (budget.signum() > 0) {
      rules.add(
          recorded(
              "shop:checkout_error_budget:remaining_ratio",
              "1 - %s / %s".formatted(failed(window), budget.toPlainString())));
    }
    for (Burn burn : BURNS) {
      int longest = objectives.windowDays() * MINUTES_PER_DAY / burn.part();
      String limit = budget.multiply(new BigDecimal(burn.factor())).toPlainString();
      rules.add(
          alert(
              "CheckoutErrorBudgetBurning",
              "%s > %s and %s > %s"
                  .formatted(
                      failed(Math.max(SHORTEST_LONG, longest) + "m"),
                      limit,
                      failed(Math.max(SHORTEST_SHORT, longest / 12) + "m"),
                      limit),
              burn.severity(),
              "{{ $value | humanizePercentage }} of the checkouts fail: at this rate the error"
                  + " budget of %s is gone %s times too early".formatted(window, burn.factor())));
    }
  }

  /** Share of the checkouts of a time that failed; nothing without checkouts. */
  private static String failed(String time) {
    String all = "sum by (namespace) (increase(" + CHECKOUTS.formatted("") + "[" + time + "]))";
    String bad =
        "sum by (namespace) (increase("
            + CHECKOUTS.formatted(",outcome=\"failed\"")
            + "["
            + time
            + "]))";
    return "((%s or %s * 0) / (%s > 0))".formatted(bad, all, all);
  }

  private void latency(int millis, List<Rule> rules) {
    String jobs =
        platform.services().stream()
            .filter(s -> s.expose().isPresent() && !s.metricsPath().isEmpty())
            .map(ResolvedService::name)
            .collect(Collectors.joining("|"));
    if (jobs.isEmpty()) {
      return; // nobody faces the customers, so nobody waits
    }
    String limit = BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    String now = "shop:api_latency_seconds:p95_5m";
    rules.add(recorded(now, percentile(jobs, "5m")));
    rules.add(
        alert(
            "ApiSlow",
            "%s{namespace=\"$NAMESPACE\"} > %s and %s > %s"
                .formatted(now, limit, percentile(jobs, "1h"), limit),
            "critical",
            "5 % of the requests take longer than {{ $value | humanizeDuration }}; the objective is "
                + millis
                + " ms"));
  }

  private static String percentile(String jobs, String time) {
    return "histogram_quantile(0.95, sum by (namespace, le)"
        + " (rate(http_server_requests_seconds_bucket{namespace=\"$NAMESPACE\",job=~\"%s\"}[%s])))"
            .formatted(jobs, time);
  }

  private static Rule recorded(String name, String expr) {
    return new Rule(name, null, expr, null, null, null, null, null, null);
  }

  private static Rule alert(String name, String expr, String severity, String summary) {
    String action = "kubectl ecp status -n $NAMESPACE; then the dashboard Objectives";
    return new Rule(null, name, expr, null, severity, summary, action, null, null);
  }
}
