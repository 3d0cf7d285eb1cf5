package io.ecommerceplatform.status;

import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Builds the list of conditions; a transition time moves only when the status value moves. */
final class Conditions {
  // the schema allows 4,096 each; all of status has to stay below 32 KiB
  private static final int LONGEST_PART = 3_000;
  private static final int LONGEST_SUMMARY = 1_000;

  private final List<Condition> previous;
  private final long generation;
  private final String now;
  private final List<Condition> conditions = new ArrayList<>();

  Conditions(List<Condition> previous, long generation, Instant now) {
    this.previous = previous == null ? List.of() : previous;
    this.generation = generation;
    this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  Conditions add(ConditionType type, boolean value, Reason reason, String message) {
    return add(type, value ? "True" : "False", reason, message);
  }

  private Conditions add(ConditionType type, String value, Reason reason, String message) {
    String since =
        previous.stream()
            .filter(c -> c.getType().equals(type.name()) && c.getStatus().equals(value))
            .map(Condition::getLastTransitionTime)
            .findFirst()
            .orElse(now);
    conditions.add(
        new ConditionBuilder()
            .withType(type.name())
            .withStatus(value)
            .withReason(reason.name())
            .withMessage(shortened(message, type.isPart() ? LONGEST_PART : LONGEST_SUMMARY))
            .withObservedGeneration(generation)
            .withLastTransitionTime(since)
            .build());
    return this;
  }

  List<Condition> list() {
    return List.copyOf(conditions);
  }

  private static String shortened(String message, int longest) {
    return message.length() <= longest ? message : message.substring(0, longest - 1) + "…";
  }
}
