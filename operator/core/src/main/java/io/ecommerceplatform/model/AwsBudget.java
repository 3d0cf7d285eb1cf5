package io.ecommerceplatform.model;

import java.util.List;

/**
 * What a platform may cost a month.
 *
 * @param limitUsd in US dollars
 * @param emails who is told by AWS, sorted
 */
public record AwsBudget(int limitUsd, List<String> emails) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "budgets.Budget";

  /** Its name in the resource. */
  public static final String NAME = "monthly";

  /** The field that asks for it. */
  public static final String PATH = "spec.cost.monthlyBudgetUsd";

  public AwsBudget {
    emails = List.copyOf(emails);
  }
}
