package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Orders the actions of a plan where a real need does: what pods refer to or find by name, then
 * workloads, then what sends traffic to them, and only then what is no longer wanted. Services are
 * the very first, as the API server gives out addresses slowly while it does all else. Of two
 * autoscalers of one workload the one that goes goes first: KEDA refuses what another one moves.
 */
public final class Waves {
  private static final Set<String> AUTOSCALERS = Set.of("HorizontalPodAutoscaler", "ScaledObject");

  private Waves() {}

  /** Groups to be executed one after the other; inside a group the order does not matter. */
  public static List<List<Action>> of(Plan plan) {
    return List.copyOf(
        plan.actions().stream()
            .filter(action -> action.operation().writes() && !action.ref().isAws())
            .sorted(Comparator.comparing(Waves::isQuick).thenComparing(Action::ref))
            .collect(Collectors.groupingBy(Waves::wave, TreeMap::new, Collectors.toList()))
            .values());
  }

  private static boolean isQuick(Action action) {
    return !action.ref().kind().equals("Service");
  }

  private static int wave(Action action) {
    if (action.operation() == Operation.DESTROY) {
      return 4; // what may still write to it is gone
    }
    if (action.operation() == Operation.DELETE) {
      return AUTOSCALERS.contains(action.ref().kind()) ? 0 : 3;
    }
    return switch (action.ref().kind()) {
      case "Service",
          "ServiceAccount",
          "Secret",
          "ConfigMap",
          "PersistentVolumeClaim",
          "NetworkPolicy",
          "PodDisruptionBudget" ->
          0;
      case "Ingress" -> 2;
      default -> 1;
    };
  }
}
