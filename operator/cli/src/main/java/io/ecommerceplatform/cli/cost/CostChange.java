package io.ecommerceplatform.cli.cost;

import io.ecommerceplatform.cost.Estimate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan does to the costs.
 *
 * @param before of the resource in the cluster; empty when it is not there or costs nothing in AWS
 * @param after of what is planned
 */
public record CostChange(Optional<Estimate> before, Optional<Estimate> after) {

  /** One line for people; empty when there is nothing to say. */
  public Optional<String> line() {
    return before.isEmpty() && after.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Cost: %s → %s a month; the lines: kubectl ecp cost"
                .formatted(dollars(before), dollars(after)));
  }

  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("beforeUsd", before.map(Estimate::monthlyUsd).orElse(null));
    tree.put("afterUsd", after.map(Estimate::monthlyUsd).orElse(null));
    return tree;
  }

  private static String dollars(Optional<Estimate> estimate) {
    return estimate
        .map(e -> String.format(Locale.ROOT, "$%.2f", e.monthlyUsd()))
        .orElse("(nothing)");
  }
}
