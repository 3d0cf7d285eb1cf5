package io.ecommerceplatform.operator.report;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.plan.FieldChange;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.resource.ObjectRef;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decides which events a pass is worth: one per change of meaning, not one per object. */
public final class Notes {
  private static final int NAMES = 8;

  private Notes() {}

  /**
   * The events of one pass.
   *
   * @param outcome what was sent
   * @param drifts which of it put back what somebody else changed
   * @param before the status before the pass; null before the first
   * @param after the status after it
   */
  public static List<Note> of(
      Outcome outcome, List<Drift> drifts, PlatformStatus before, PlatformStatus after) {
    List<Note> notes = new ArrayList<>();
    Set<ObjectRef> drifted = drifts.stream().map(Drift::ref).collect(Collectors.toSet());
    Map<Operation, List<Action>> applied =
        outcome.applied().stream().collect(Collectors.groupingBy(Action::operation));
    summary("Created", own(applied, Operation.CREATE, drifted)).ifPresent(notes::add);
    summary("Replaced", own(applied, Operation.REPLACE, Set.of())).ifPresent(notes::add);
    summary("Recreated", own(applied, Operation.RECREATE, Set.of())).ifPresent(notes::add);
    summary("Rotated", own(applied, Operation.ROTATE, Set.of())).ifPresent(notes::add);
    summary("Pruned", own(applied, Operation.DELETE, Set.of())).ifPresent(notes::add);
    summary("Destroyed", own(applied, Operation.DESTROY, Set.of())).ifPresent(notes::add);
    own(applied, Operation.UPDATE, drifted).stream()
        .map(a -> Note.normal("Updated", a.ref().id() + ": " + paths(a.changes())))
        .forEach(notes::add);
    drifts.stream().map(Notes::drift).forEach(notes::add);
    outcome.failures().stream()
        .map(f -> Note.warning("ApplyFailed", f.ref().id() + ": " + f.message()))
        .forEach(notes::add);
    phase(before, after).ifPresent(notes::add);
    return notes;
  }

  private static Optional<Note> summary(String reason, List<Action> actions) {
    if (actions.isEmpty()) {
      return Optional.empty();
    }
    String text = actions.size() > NAMES ? kinds(actions) : names(actions);
    return Optional.of(Note.normal(reason, text));
  }

  private static String names(List<Action> actions) {
    return actions.stream().map(a -> a.ref().id()).collect(Collectors.joining(", "));
  }

  private static String kinds(List<Action> actions) {
    return actions.stream()
        .collect(Collectors.groupingBy(a -> a.ref().kind(), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(kind -> "%d %s".formatted(kind.getValue(), kind.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static List<Action> own(
      Map<Operation, List<Action>> applied, Operation operation, Set<ObjectRef> drifted) {
    return applied.getOrDefault(operation, List.of()).stream()
        .filter(action -> !drifted.contains(action.ref()))
        .toList();
  }

  private static Note drift(Drift drift) {
    if (drift.isDeletion()) {
      return Note.warning("DriftCorrected", drift.ref().id() + " had been deleted");
    }
    // the API server keeps the name of who sets a field, not of who removes one
    String author = drift.manager().isEmpty() ? "somebody" : drift.manager();
    return Note.warning(
        "DriftCorrected",
        "%s: %s had been changed by %s"
            .formatted(drift.ref().id(), paths(drift.changes()), author));
  }

  private static String paths(List<FieldChange> changes) {
    String shown =
        changes.stream().limit(NAMES).map(FieldChange::path).collect(Collectors.joining(", "));
    return changes.size() > NAMES
        ? "%s and %d more".formatted(shown, changes.size() - NAMES)
        : shown;
  }

  // waiting and blocked are phases: the event names the reason once, when it becomes true
  private static Optional<Note> phase(PlatformStatus before, PlatformStatus after) {
    if (after == null || Objects.equals(meaning(before), meaning(after))) {
      return Optional.empty();
    }
    String message = Objects.requireNonNullElse(after.message(), after.phase().name());
    return Optional.of(
        switch (after.phase()) {
          case Ready -> Note.normal("Ready", message);
          case Pending, Progressing, Deleting -> Note.normal("Waiting", message);
          case Degraded -> Note.warning("Degraded", message);
          case Blocked -> Note.warning("Blocked", message);
        });
  }

  private static String meaning(PlatformStatus status) {
    if (status == null || status.phase() == null) {
      return "";
    }
    boolean reasonMatters = status.phase() == Phase.Degraded || status.phase() == Phase.Blocked;
    return reasonMatters ? status.phase() + "/" + readyReason(status) : status.phase().name();
  }

  private static String readyReason(PlatformStatus status) {
    return status.conditions().stream()
        .filter(c -> c.getType().equals("Ready"))
        .map(Condition::getReason)
        .findFirst()
        .orElse("");
  }
}
