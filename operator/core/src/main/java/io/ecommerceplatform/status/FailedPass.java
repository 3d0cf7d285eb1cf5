package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is told of a pass that ended by a surprise; all that was known before it stays. */
public final class FailedPass {
  private static final int DEEPEST = 20; // causes may go in a circle
  private static final String OURS = "io.ecommerceplatform.";
  private static final Set<String> REPLACED =
      Set.of(
          ConditionType.Ready.name(),
          ConditionType.Reconciling.name(),
          ConditionType.Stalled.name());

  private FailedPass() {}

  /** The status to write; the next pass that ends well composes it anew. */
  public static PlatformStatus status(
      PlatformStatus previous, Throwable surprise, long generation, Instant now) {
    PlatformStatus p = previous == null ? StatusComposer.EMPTY : previous;
    String message = message(surprise);
    return new PlatformStatus(
        generation,
        Phase.Degraded,
        message,
        p.summary(),
        conditions(p.conditions(), message, generation, now),
        p.urls(),
        p.services(),
        p.data(),
        p.aws(),
        p.rollouts(),
        p.workloads(),
        p.release(),
        p.recovery(),
        p.plan(),
        p.cost(),
        p.commands(),
        p.details());
  }

  private static List<Condition> conditions(
      List<Condition> previous, String message, long generation, Instant now) {
    List<Condition> all =
        new ArrayList<>(
            new Conditions(previous, generation, now)
                .add(ConditionType.Ready, false, Reason.InternalError, message)
                .add(ConditionType.Reconciling, false, Reason.Settled, "")
                .add(ConditionType.Stalled, false, Reason.NotStalled, "")
                .list());
    if (previous != null) {
      previous.stream().filter(c -> !REPLACED.contains(c.getType())).forEach(all::add);
    }
    return all;
  }

  // no text of the exception: it may quote what it stumbled over, a secret for example
  private static String message(Throwable surprise) {
    return ("the operator could not finish a pass over this resource (%s); everything stays as it is"
            + " and the pass is repeated; read the log of the operator, and report it with: kubectl"
            + " ecp support-bundle")
        .formatted(place(surprise));
  }

  private static String place(Throwable surprise) {
    Throwable cause = surprise;
    for (int depth = 0; cause.getCause() != null && depth < DEEPEST; depth++) {
      cause = cause.getCause();
    }
    String kind = cause.getClass().getSimpleName();
    return Stream.of(cause.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .findFirst()
        .map(
            frame ->
                "%s in %s, line %d"
                    .formatted(kind, simple(frame.getClassName()), frame.getLineNumber()))
        .orElse(kind);
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
