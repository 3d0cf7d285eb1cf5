package io.ecommerceplatform.operator.apply;

import static io.ecommerceplatform.operator.PlanFixture.action;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Plan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftLimitTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Action FOUGHT = action(Operation.UPDATE, "Service", "order", "spec.ports");
  private static final Action OTHER = action(Operation.CREATE, "Service", "cart");

  private final DriftLimit limit = new DriftLimit();

  @Test
  void threeCorrectionsAreQuickAndTheNextOnesSlow() {
    assertThat(List.of(corrects(0), corrects(1), corrects(2))).containsOnly(true);
    assertThat(corrects(3)).isFalse();
    assertThat(corrects(31)).isFalse();
    assertThat(corrects(32)).isTrue();
    assertThat(corrects(33)).isFalse();
  }

  @Test
  void afterAQuietMinuteItIsQuickAgain() {
    List.of(0, 1, 2).forEach(this::corrects);

    assertThat(List.of(corrects(63), corrects(64), corrects(65))).containsOnly(true);
  }

  @Test
  void anObjectThatIsDeletedAgainAndAgainIsMadeSlowlyToo() {
    Plan again = Plan.of(List.of(OTHER));
    List<Drift> deleted = List.of(new Drift(OTHER.ref(), "", List.of()));
    for (int second = 0; second < 3; second++) {
      assertThat(limit.allow(again, deleted, START.plusSeconds(second))).isEqualTo(again);
    }
    assertThat(limit.allow(again, deleted, START.plusSeconds(3)).actions()).isEmpty();
    assertThat(limit.allow(again, deleted, START.plusSeconds(32))).isEqualTo(again);
  }

  @Test
  void theRestOfThePlanGoesOn() {
    List.of(0, 1, 2).forEach(this::corrects);

    assertThat(allowed(3).actions()).containsExactly(OTHER);
  }

  @Test
  void whatWaitsIsContestedUntilAMinuteAfterItsLastCorrection() {
    List.of(0, 1).forEach(this::corrects);
    assertThat(contested(1)).isEmpty();

    corrects(2);
    corrects(3);

    assertThat(contested(3)).containsExactly("Service/order spec.ports kubectl-edit");
    assertThat(limit.contested("another", START.plusSeconds(3))).isEmpty();
    assertThat(contested(62)).hasSize(1);
    assertThat(contested(63)).isEmpty();
  }

  @Test
  void aRemovalThatNobodySignedDoesNotHideWhoCameBefore() {
    List.of(0, 1, 2).forEach(this::corrects);
    Drift unsigned = new Drift(FOUGHT.ref(), "", FOUGHT.changes());
    limit.allow(Plan.of(List.of(FOUGHT)), List.of(unsigned), START.plusSeconds(3));

    assertThat(contested(3)).containsExactly("Service/order spec.ports kubectl-edit");
  }

  private List<String> contested(int second) {
    return limit.contested("shop", START.plusSeconds(second)).stream()
        .map(d -> d.ref().id() + " " + d.changes().getFirst().path() + " " + d.manager())
        .toList();
  }

  private boolean corrects(int second) {
    return allowed(second).actions().contains(FOUGHT);
  }

  private Plan allowed(int second) {
    Drift drift = new Drift(FOUGHT.ref(), "kubectl-edit", FOUGHT.changes());
    return limit.allow(Plan.of(List.of(FOUGHT, OTHER)), List.of(drift), START.plusSeconds(second));
  }
}
