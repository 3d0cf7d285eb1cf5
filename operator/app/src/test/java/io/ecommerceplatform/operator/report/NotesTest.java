package io.ecommerceplatform.operator.report;

import static io.ecommerceplatform.operator.PlanFixture.action;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Outcome;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static final PlatformStatus READY = status("Ready", "AllReady");

  @Test
  void manyNewObjectsAreOneEventByKind() {
    List<Action> created =
        IntStream.range(0, 10)
            .mapToObj(i -> action(Operation.CREATE, i < 4 ? "Service" : "Deployment", "s" + i))
            .toList();

    assertThat(Notes.of(new Outcome(created, List.of()), List.of(), READY, READY))
        .containsExactly(Note.normal("Created", "6 Deployment, 4 Service"));
  }

  @Test
  void dataThatWentIsToldApartFromWhatWasPruned() {
    Action set = action(Operation.DELETE, "StatefulSet", "db");
    Action data = action(Operation.DESTROY, "PersistentVolumeClaim", "data-db-0");

    assertThat(Notes.of(new Outcome(List.of(set, data), List.of()), List.of(), READY, READY))
        .containsExactly(
            Note.normal("Pruned", "StatefulSet/db"),
            Note.normal("Destroyed", "PersistentVolumeClaim/data-db-0"));
  }

  @Test
  void anUpdateNamesItsPathsAndADriftItsAuthor() {
    Action own = action(Operation.UPDATE, "Deployment", "order-blue", "spec.replicas");
    Action foreign = action(Operation.UPDATE, "Service", "order", "spec.ports");
    Drift drift = new Drift(foreign.ref(), "kubectl-edit", foreign.changes());

    assertThat(
            Notes.of(new Outcome(List.of(own, foreign), List.of()), List.of(drift), READY, READY))
        .containsExactly(
            Note.normal("Updated", "Deployment/order-blue: spec.replicas"),
            Note.warning(
                "DriftCorrected", "Service/order: spec.ports had been changed by kubectl-edit"));
  }

  @Test
  void aPhaseIsToldOnceAndAnotherReasonForItAgain() {
    PlatformStatus missing = status("Degraded", "StorageClassMissing");
    PlatformStatus failing = status("Degraded", "PodsFailing");

    assertThat(reasons(READY, missing)).containsExactly("Degraded");
    assertThat(reasons(missing, missing)).isEmpty();
    assertThat(reasons(missing, failing)).containsExactly("Degraded");
    assertThat(reasons(null, READY)).containsExactly("Ready");
  }

  @Test
  void aQuietPassIsWorthNothing() {
    assertThat(reasons(READY, READY)).isEmpty();
  }

  private static List<String> reasons(PlatformStatus before, PlatformStatus after) {
    return Notes.of(Outcome.nothing(), List.of(), before, after).stream()
        .map(Note::reason)
        .toList();
  }

  private static PlatformStatus status(String phase, String reason) {
    String yaml =
        """
        phase: %s
        message: m
        conditions: [{type: Ready, status: "False", reason: %s, message: m,
          lastTransitionTime: "2026-01-01T00:00:00Z"}]
        """
            .formatted(phase, reason);
    return Serialization.unmarshal(yaml, PlatformStatus.class);
  }
}
