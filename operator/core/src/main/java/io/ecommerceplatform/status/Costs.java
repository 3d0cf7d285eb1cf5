package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.status.CostPart;
import io.ecommerceplatform.api.v1alpha1.status.CostStatus;
import io.ecommerceplatform.cost.Estimate;
import io.ecommerceplatform.cost.Estimator;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What a status says about costs: nothing that moves while the resource does not. */
final class Costs {
  private final StatusInput input;
  private final Optional<Estimate> estimate;

  Costs(StatusInput input) {
    this.input = input;
    estimate =
        input.deleting()
            ? Optional.empty()
            : Estimator.bundled().of(input.platform(), input.desired().items());
  }

  /** The parts and the total; null when nobody asks. */
  CostStatus status() {
    return estimate
        .map(
            found ->
                new CostStatus(
                    found.monthlyUsd(),
                    found.byPart().entrySet().stream()
                        .map(part -> new CostPart(part.getKey(), part.getValue()))
                        .toList(),
                    found.priceDate()))
        .orElse(null);
  }

  /** For the column of {@code kubectl get}; null when nobody asks. */
  String summary() {
    return estimate.map(found -> dollars(found.monthlyUsd())).orElse(null);
  }

  /** Who has a budget is told whether it holds; a shop that costs too much works all the same. */
  void addTo(Conditions conditions) {
    OptionalInt budget =
        input.platform().cost().map(basis -> basis.budgetUsd()).orElse(OptionalInt.empty());
    if (budget.isEmpty() || estimate.isEmpty()) {
      return;
    }
    double total = estimate.get().monthlyUsd();
    boolean within = total <= budget.getAsInt();
    String text = "%s a month of %s".formatted(dollars(total), dollars(budget.getAsInt()));
    String show =
        "spec.cost.monthlyBudgetUsd: the estimate is %s; see what it is made of with: kubectl ecp cost %s -n %s"
            .formatted(text, input.platform().name(), input.platform().namespace());
    conditions.add(
        ConditionType.WithinBudget,
        within,
        within ? Reason.WithinBudget : Reason.BudgetExceeded,
        within ? text : show);
  }

  private static String dollars(double usd) {
    return String.format(Locale.ROOT, "$%.0f", usd);
  }
}
