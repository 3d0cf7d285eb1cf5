package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Desired;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The estimate in the status, and whether the budget holds. */
class CostsTest {
  private static final String SPEC =
      "profile: Economy\nservices: []\ncost: {monthlyBudgetUsd: %s, assumptions: {nodes: [{class: t3.medium, count: 5}],"
          + " ebsGb: 500}}";

  private static Costs costs(String spec, boolean deleting) {
    return new Costs(
        new StatusInput(
            Resolved.spec(spec),
            1,
            deleting,
            null,
            null,
            Desired.nothing(),
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            List.of(),
            null,
            Instant.EPOCH));
  }

  private static List<Condition> conditions(Costs costs) {
    Conditions conditions = new Conditions(List.of(), 1, Instant.EPOCH);
    costs.addTo(conditions);
    return conditions.list();
  }

  @Test
  void theTotalAndItsPartsAreTold() {
    Costs costs = costs(SPEC.formatted(1000), false);
    assertThat(costs.summary()).isEqualTo("$265");
    assertThat(costs.status().monthlyUsd()).isEqualTo(264.84);
    assertThat(costs.status().byPart())
        .extracting(part -> part.part() + " " + part.usd())
        .containsExactly("compute 224.84", "storage 40.0");
    assertThat(costs.status().priceDate()).matches("20\\d\\d-\\d\\d-\\d\\d");
    assertThat(costs(SPEC.formatted(1000), false).status()).isEqualTo(costs.status());
  }

  @Test
  void aBudgetThatHoldsIsTrue() {
    assertThat(conditions(costs(SPEC.formatted(265), false)))
        .singleElement()
        .satisfies(
            condition -> {
              assertThat(condition.getType()).isEqualTo("WithinBudget");
              assertThat(condition.getStatus()).isEqualTo("True");
              assertThat(condition.getReason()).isEqualTo("WithinBudget");
            });
  }

  @Test
  void aBudgetThatIsTooSmallSaysWhatToRead() {
    assertThat(conditions(costs(SPEC.formatted(264), false)))
        .singleElement()
        .satisfies(
            condition -> {
              assertThat(condition.getStatus()).isEqualTo("False");
              assertThat(condition.getReason()).isEqualTo("BudgetExceeded");
              assertThat(condition.getMessage())
                  .contains("$265 a month of $264", "kubectl ecp cost shop -n shop");
            });
  }

  @Test
  void whoHasNoBudgetAndWhoIsDeletedIsToldNothing() {
    assertThat(conditions(costs("profile: Economy", false))).isEmpty();
    assertThat(costs(SPEC.formatted(1), true).status()).isNull();
    assertThat(conditions(costs(SPEC.formatted(1), true))).isEmpty();
  }
}
