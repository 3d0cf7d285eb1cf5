package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.status.LifecycleStage;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.finding.Severity;
import io.ecommerceplatform.rollout.ServiceRollout;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns findings into conditions. */
final class ConditionList {
  /** Parts that are always told about; the others only when there is something to tell. */
  private static final Set<ConditionType> ALWAYS =
      EnumSet.of(ConditionType.WorkloadsReady, ConditionType.DataReady, ConditionType.EdgeReady);

  private ConditionList() {}

  static List<Condition> of(
      StatusInput input,
      Phase phase,
      List<Finding> findings,
      Map<ConditionType, String> fine,
      Costs costs) {
    List<Condition> before = input.previous() == null ? null : input.previous().conditions();
    Conditions conditions = new Conditions(before, input.generation(), input.now());
    ready(conditions, phase, findings, fine.get(ConditionType.Ready));
    reconciling(conditions, input, phase, findings);
    boolean stalled = phase == Phase.Blocked;
    conditions.add(
        ConditionType.Stalled,
        stalled,
        stalled ? worst(findings).orElseThrow().reason() : Reason.NotStalled,
        stalled ? texts(of(findings, Severity.BLOCKED)) : "");
    for (ConditionType type : ConditionType.values()) {
      if (type.isPart()) {
        part(conditions, input, type, findings, fine.get(type));
      }
    }
    costs.addTo(conditions);
    rollouts(conditions, input);
    modes(conditions, input);
    return conditions.list();
  }

  private static void ready(
      Conditions conditions, Phase phase, List<Finding> findings, String fine) {
    boolean ready = phase == Phase.Ready;
    Reason reason =
        ready
            ? Reason.AllReady
            : phase == Phase.Deleting
                ? Reason.Deleting
                : worst(findings).map(Finding::reason).orElse(Reason.PlanReady);
    conditions.add(ConditionType.Ready, ready, reason, ready ? fine : texts(worstFirst(findings)));
  }

  private static void reconciling(
      Conditions conditions, StatusInput input, Phase phase, List<Finding> findings) {
    if (phase == Phase.Deleting) {
      String text = texts(of(findings, Severity.PROGRESSING));
      conditions.add(ConditionType.Reconciling, true, Reason.Deleting, text);
    } else if (input.platform().mode() == Mode.Paused) {
      String text = "spec.mode: nothing is changed while it is Paused; to go on, set it to Apply";
      conditions.add(ConditionType.Reconciling, false, Reason.Paused, text);
    } else if (phase == Phase.Progressing) {
      String text = texts(of(findings, Severity.PROGRESSING));
      conditions.add(ConditionType.Reconciling, true, Reason.Applying, text);
    } else {
      conditions.add(ConditionType.Reconciling, false, Reason.Settled, "");
    }
  }

  private static void part(
      Conditions conditions,
      StatusInput input,
      ConditionType type,
      List<Finding> findings,
      String fine) {
    List<Finding> own = worstFirst(findings).stream().filter(f -> f.part() == type).toList();
    if (own.isEmpty()) {
      boolean inAws = type == ConditionType.AwsReady && !input.desired().items().isEmpty();
      if (ALWAYS.contains(type) || inAws) {
        Reason reason = isAsked(input, type) ? Reason.AllReady : Reason.NothingAsked;
        conditions.add(type, true, reason, fine);
      }
      return;
    }
    Reason reason = own.getFirst().reason();
    conditions.add(type, reason.severity() == Severity.FINE, reason, texts(own));
  }

  private static boolean isAsked(StatusInput input, ConditionType type) {
    return switch (type) {
      case WorkloadsReady ->
          !input.platform().services().isEmpty() || !input.platform().jobs().isEmpty();
      case DataReady -> !input.platform().stores().isEmpty();
      case EdgeReady -> input.platform().isExposed();
      default -> true;
    };
  }

  private static void rollouts(Conditions conditions, StatusInput input) {
    String running =
        input.intent().rollouts().values().stream()
            .filter(r -> r.stage() != LifecycleStage.Steady)
            .map(ServiceRollout::service)
            .sorted()
            .collect(Collectors.joining(", "));
    conditions.add(
        ConditionType.Progressing,
        !running.isEmpty(),
        running.isEmpty() ? Reason.RolloutComplete : Reason.RolloutInProgress,
        running.isEmpty() ? "" : "rolling out: " + running);
  }

  private static void modes(Conditions conditions, StatusInput input) {
    boolean differs = !input.plan().isEmpty();
    Mode mode = input.platform().mode();
    if (mode == Mode.Observe && !input.due().isEmpty()) {
      conditions.add(ConditionType.Drifted, true, Reason.DriftFound, Summary.drift(input.due()));
    } else if (!input.contested().isEmpty()) {
      conditions.add(
          ConditionType.Drifted, true, Reason.DriftContested, Summary.contested(input.contested()));
    } else {
      conditions.add(ConditionType.Drifted, false, Reason.NoDrift, "");
    }
    if (StatusComposer.showsPlan(input)) {
      Reason reason =
          mode == Mode.Plan
              ? Reason.PlanReady
              : StatusComposer.awaitsApproval(input)
                  ? Reason.ApprovalNeeded
                  : Reason.UpgradePending;
      String text =
          input.plan().summary()
              + "; read it with: kubectl ecp plan "
              + input.platform().name()
              + " -n "
              + input.platform().namespace();
      conditions.add(
          ConditionType.PlanPending,
          differs,
          differs ? reason : Reason.NoChanges,
          differs ? text : "");
    }
  }

  private static Optional<Finding> worst(List<Finding> findings) {
    return worstFirst(findings).stream().findFirst();
  }

  private static List<Finding> worstFirst(List<Finding> findings) {
    Comparator<Finding> bySeverity = Comparator.comparing(f -> f.reason().severity());
    return findings.stream().sorted(bySeverity.reversed()).toList();
  }

  private static List<Finding> of(List<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.reason().severity() == severity).toList();
  }

  private static String texts(List<Finding> findings) {
    return findings.stream().map(Finding::text).distinct().collect(Collectors.joining("; "));
  }
}
