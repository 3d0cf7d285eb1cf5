package io.ecommerceplatform.cli.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the quotas of the namespace hold the platform at its fewest replicas. */
record QuotaChecks(Survey survey, Wish wish) {

  List<Answer> answers() {
    String why = survey.forbidden().get(Part.QUOTAS);
    if (why != null) {
      return List.of(new Answer(Verdict.UNKNOWN, "quota", why, ""));
    }
    Map<String, BigDecimal> needed = new Footprint(wish.objects()).sums();
    List<Answer> answers = new ArrayList<>();
    survey.of(Part.QUOTAS).forEach(quota -> check(quota, needed, answers));
    return answers;
  }

  private void check(JsonNode quota, Map<String, BigDecimal> needed, List<Answer> answers) {
    // a scoped quota counts only some of the pods; which ones is the scheduler's business
    if (quota.at("/spec/scopes").size() + quota.at("/spec/scopeSelector").size() > 0) {
      return;
    }
    String name = quota.at("/metadata/name").asText();
    List<String> small = new ArrayList<>();
    Json.strings(quota.path("spec"), "hard")
        .forEach(
            (resource, hard) -> {
              BigDecimal need = needed.get(plain(resource));
              BigDecimal free = amount(hard).subtract(used(quota, resource));
              if (need != null && need.compareTo(free) > 0) {
                small.add("%s: %s needed, %s free".formatted(resource, text(need), text(free)));
              }
            });
    String edit = "kubectl edit resourcequota %s -n %s".formatted(name, wish.namespace());
    answers.add(
        small.isEmpty()
            ? Answer.fine("quota", name + " has room")
            : Answer.lacking("quota", name + " is too small: " + String.join("; ", small), edit));
  }

  /** What runs already is counted in {@code used}, so a platform that is there has all of it. */
  private BigDecimal used(JsonNode quota, String resource) {
    String used = Json.strings(quota.path("status"), "used").get(resource);
    return used == null || wish.isApplied() ? BigDecimal.ZERO : amount(used);
  }

  private static String plain(String resource) {
    return switch (resource) {
      case "cpu" -> "requests.cpu";
      case "memory" -> "requests.memory";
      case "count/pods" -> "pods";
      default -> resource.startsWith("count/") ? resource.substring(6).split("\\.")[0] : resource;
    };
  }

  private static BigDecimal amount(String quantity) {
    return Quantity.parse(quantity).getNumericalAmount();
  }

  private static String text(BigDecimal amount) {
    BigDecimal mebi = BigDecimal.valueOf(1L << 20);
    return amount.compareTo(mebi) >= 0
        ? amount.divideToIntegralValue(mebi).toBigInteger() + "Mi"
        : amount.stripTrailingZeros().toPlainString();
  }
}
