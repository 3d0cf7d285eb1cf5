package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The budget that AWS keeps: how much, and who is told. */
class BudgetTest {
  private static Optional<AwsBudget> budget(String more) {
    return Resolved.resource(
            """
            metadata: {name: shop}
            spec:
              profile: Economy
              aws: {identity: default, regions: [{name: eu-west-1}]}
            """
                + more.indent(2),
            Resolved.CLUSTER)
        .aws()
        .orElseThrow()
        .budget();
  }

  @Test
  void thereIsOneWhereTheResourceNamesASum() {
    assertThat(budget("cost: {assumptions: {natGateways: 1}}")).isEmpty();
    assertThat(budget("cost: {monthlyBudgetUsd: 900}")).contains(new AwsBudget(900, List.of()));
  }

  @Test
  void whoIsToldOfAlertsFirstIsToldOfMoney() {
    assertThat(
            budget(
                """
                cost: {monthlyBudgetUsd: 900}
                observability:
                  alerts:
                    tiers:
                      - {afterMinutes: 30, email: [late@example.com]}
                      - {afterMinutes: 5, email: [b@example.com, a@example.com]}
                      - {afterMinutes: 0, sms: ["+6560000000"]}
                """))
        .contains(new AwsBudget(900, List.of("a@example.com", "b@example.com")));
  }
}
