package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Fields of ours that somebody else changed.
 *
 * @param ref the object
 * @param manager the field manager that wrote last, as managedFields name it
 * @param changes what has to be put back
 */
public record Drift(ObjectRef ref, String manager, List<FieldChange> changes) {

  public Drift {
    changes = List.copyOf(changes);
  }

  /**
   * The drift among the updates of a plan. An update counts when another manager wrote to the main
   * resource after us; without such a manager the platform itself has changed.
   *
   * @param plan what is about to be put back
   * @param observed the live objects of that plan
   * @param own our field manager
   */
  public static List<Drift> in(Plan plan, Observed observed, String own) {
    return plan.of(Operation.UPDATE).stream()
        .flatMap(action -> drift(action, observed, own).stream())
        .toList();
  }

  private static Optional<Drift> drift(Action action, Observed observed, String own) {
    return observed
        .find(action.ref())
        .flatMap(live -> lastOther(live, own))
        .map(manager -> new Drift(action.ref(), manager, action.changes()));
  }

  private static Optional<String> lastOther(LiveObject live, String own) {
    String since =
        mainEntries(live)
            .filter(entry -> isBy(own, entry))
            .map(Drift::time)
            .max(Comparator.naturalOrder())
            .orElse("");
    return mainEntries(live)
        .filter(entry -> !isBy(own, entry))
        .filter(entry -> time(entry).compareTo(since) >= 0)
        .max(Comparator.comparing(Drift::time))
        .map(entry -> entry.path("manager").asText());
  }

  private static boolean isBy(String own, JsonNode entry) {
    return own.equals(entry.path("manager").asText());
  }

  // RFC 3339 in UTC with seconds, so that text order is time order
  private static String time(JsonNode entry) {
    return entry.path("time").asText();
  }

  private static Stream<JsonNode> mainEntries(LiveObject live) {
    return StreamSupport.stream(live.at("/metadata/managedFields").spliterator(), false)
        .filter(entry -> entry.path("subresource").asText().isEmpty());
  }
}
