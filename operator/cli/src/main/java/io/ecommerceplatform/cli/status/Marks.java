package io.ecommerceplatform.cli.status;

import io.ecommerceplatform.api.v1alpha1.status.ItemState;
import io.ecommerceplatform.cli.text.Mark;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.finding.Severity;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** How phases, conditions and states are marked. */
final class Marks {
  /** Conditions that are fine when they are False. */
  private static final Set<String> NEGATIVE =
      Set.of("Reconciling", "Stalled", "Drifted", "PlanPending");

  private Marks() {}

  static Mark ofPhase(String phase) {
    return switch (phase) {
      case "Ready" -> Mark.FINE;
      case "Pending", "Progressing", "Deleting" -> Mark.WAITING;
      case "Degraded" -> Mark.FAILING;
      case "Blocked" -> Mark.BLOCKED;
      default -> Mark.UNKNOWN;
    };
  }

  /** By the reason's severity; by the status value when the reason is one of a newer operator. */
  static Mark of(Condition condition) {
    return reason(condition.getReason()).map(r -> of(r.severity())).orElse(ofStatus(condition));
  }

  private static Mark ofStatus(Condition condition) {
    String fine = NEGATIVE.contains(condition.getType()) ? "False" : "True";
    if (fine.equals(condition.getStatus())) {
      return Mark.FINE;
    }
    return "Unknown".equals(condition.getStatus()) ? Mark.UNKNOWN : Mark.FAILING;
  }

  static Optional<Reason> reason(String name) {
    return Arrays.stream(Reason.values()).filter(r -> r.name().equals(name)).findFirst();
  }

  private static Mark of(Severity severity) {
    return switch (severity) {
      case FINE -> Mark.FINE;
      case PROGRESSING -> Mark.WAITING;
      case DEGRADED -> Mark.FAILING;
      case BLOCKED -> Mark.BLOCKED;
    };
  }

  static Mark of(ItemState state) {
    if (state == null) {
      return Mark.UNKNOWN;
    }
    return switch (state) {
      case Ready, Retained -> Mark.FINE;
      case Pending, Progressing, Deleting -> Mark.WAITING;
      case Degraded -> Mark.FAILING;
      case Blocked -> Mark.BLOCKED;
      case Unknown -> Mark.UNKNOWN;
    };
  }
}
