package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.observability.AlertTier;
import io.ecommerceplatform.api.v1alpha1.observability.CostSpec;
import io.ecommerceplatform.api.v1alpha1.observability.ObservabilitySpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The budget that AWS keeps for a platform, and whom it tells. */
record BudgetRules(Resolution resolution) {

  Optional<AwsBudget> budget() {
    return Optional.ofNullable(resolution.spec().cost())
        .map(CostSpec::monthlyBudgetUsd)
        .map(limit -> new AwsBudget(limit, emails()));
  }

  /** Money is nothing that escalates: those are told who are told first of all alerts. */
  private List<String> emails() {
    return Optional.ofNullable(resolution.spec().observability())
        .map(ObservabilitySpec::alerts)
        .stream()
        .flatMap(alerts -> list(alerts.tiers()).stream())
        .sorted(Comparator.comparingInt(AlertTier::afterMinutes))
        .map(tier -> list(tier.email()))
        .filter(emails -> !emails.isEmpty())
        .findFirst()
        .stream()
        .flatMap(List::stream)
        .sorted()
        .toList();
  }
}
