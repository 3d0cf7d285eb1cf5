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
 * @param manager the field manager that wrote last, as managedFields name it; empty when they name
 *     none, as after a removal
 * @param changes what has to be put back; empty when the whole object was deleted
 */
public record Drift(ObjectRef ref, String manager, List<FieldChange> changes) {

  public Drift {
    changes = List.copyOf(changes);
  }

  /**
   * The drift among the actions of a plan. What was in place as it is wanted now has been changed
   * by somebody; of what is not known, an update counts when another manager wrote to the main
   * resource after us.
   *
   * @param plan what is about to be put back
   * @param observed the live objects of that plan
   * @param own our field manager
   * @param known what was in place before
   */
  public static List<Drift> in(Plan plan, Observed observed, String own, Known known) {
    Stream<Drift> deleted =
        plan.of(Operation.CREATE).stream()
            .filter(action -> known.unchanged().contains(action.ref()))
            .map(action -> new Drift(action.ref(), "", List.of()));
    Stream<Drift> changed =
        plan.of(Operation.UPDATE).stream()
            .filter(action -> !known.changed().contains(action.ref()))
            // a volume cannot shrink, so what we set of it is a growth and nobody's edit
            .filter(action -> !action.ref().kind().equals("PersistentVolumeClaim"))
            .flatMap(action -> drift(action, observed, own, known).stream());
    return Stream.concat(deleted, changed).toList();
  }

  /** True when the object was gone. */
  public boolean isDeletion() {
    return changes.isEmpty();
  }

  private static Optional<Drift> drift(Action action, Observed observed, String own, Known known) {
    Optional<String> other = observed.find(action.ref()).flatMap(live -> lastOther(live, own));
    return other.isPresent() || known.unchanged().contains(action.ref())
        ? Optional.of(new Drift(action.ref(), other.orElse(""), action.changes()))
        : Optional.empty();
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
