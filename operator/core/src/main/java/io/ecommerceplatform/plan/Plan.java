package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pass will do; what {@code ecp plan} prints is what the applier executes.
 *
 * @param actions sorted by kind and name
 */
public record Plan(List<Action> actions) {

  public static Plan of(Collection<Action> actions) {
    return new Plan(actions.stream().sorted(Comparator.comparing(Action::ref)).toList());
  }

  /** True when executing the plan sends nothing. */
  public boolean isEmpty() {
    return writes() == 0;
  }

  /** How many actions send something; what is kept or left alone needs nobody's approval. */
  public long writes() {
    return actions.stream().filter(a -> a.operation().writes()).count();
  }

  /** The actions of both. */
  public Plan and(Plan other) {
    return of(Stream.concat(actions.stream(), other.actions.stream()).toList());
  }

  /** The part that generates credentials: their content decides what else there is to do. */
  public Plan generating() {
    return new Plan(
        actions.stream()
            .filter(a -> a.operation() == Operation.CREATE && a.secret().isPresent())
            .toList());
  }

  public List<Action> of(Operation operation) {
    return actions.stream().filter(a -> a.operation() == operation).toList();
  }

  /**
   * Binds an approval to what it approves: the actions with their changed fields, and the whole
   * content of what has no changed fields to show, because it is new or a Secret.
   */
  public String hash() {
    List<Map<String, Object>> content =
        actions.stream()
            .map(
                a -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  entry.put("operation", a.operation());
                  entry.put("object", a.ref());
                  entry.put("uid", a.uid());
                  entry.put("changes", a.changes());
                  a.unshown().ifPresent(manifest -> entry.put("content", manifest.json()));
                  return entry;
                })
            .toList();
    return Json.hash(content);
  }

  /** For example {@code +3 ~1 -0 (1 replace)}. */
  public String summary() {
    String text =
        "+%d ~%d -%d"
            .formatted(
                of(Operation.CREATE).size(),
                of(Operation.UPDATE).size(),
                of(Operation.DELETE).size() + of(Operation.DESTROY).size());
    String extra =
        Stream.of(
                Operation.ROTATE,
                Operation.REPLACE,
                Operation.RECREATE,
                Operation.DESTROY,
                Operation.CONFLICT,
                Operation.UNKNOWN)
            .filter(operation -> !of(operation).isEmpty())
            .map(operation -> "%d %s".formatted(of(operation).size(), lower(operation)))
            .collect(Collectors.joining(", "));
    return extra.isEmpty() ? text : text + " (" + extra + ")";
  }

  private static String lower(Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT);
  }

  /** The plan without what has to be approved first. */
  public Plan withoutDestructive() {
    return new Plan(
        actions.stream().filter(a -> !a.isDestructive()).collect(Collectors.toUnmodifiableList()));
  }
}
