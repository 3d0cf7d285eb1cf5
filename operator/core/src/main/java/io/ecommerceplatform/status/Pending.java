package io.ecommerceplatform.status;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Plan;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a pass leaves to the next one because it ends with the intent: until it is applied, nobody
 * may read in status that the newest spec is Ready.
 */
public final class Pending {
  private Pending() {}

  /** One finding for each part of the platform that the plan touches. */
  public static List<Finding> of(Plan plan) {
    return plan.actions().stream()
        .filter(action -> action.operation().writes())
        .collect(
            Collectors.groupingBy(
                action -> Findings.part(action.ref().kind()), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(part -> new Finding(part.getKey(), Reason.Applying, "", text(part.getValue())))
        .toList();
  }

  private static String text(List<Action> actions) {
    return actions.size() == 1
        ? actions.getFirst().ref().id() + " is about to be applied"
        : actions.size() + " objects are about to be applied";
  }
}
