package io.ecommerceplatform.refresh;

import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.status.CommandStatus;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.FieldChange;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.ObjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a refresh has found so far: its looks end one after the other, and passes act between them.
 *
 * @param refresh who asks
 * @param since when the operator began; what was looked at before that does not count
 * @param isOfCluster true when a pass went by objects of the cluster that were read since then
 * @param isOfAws true when a pass goes by looks at AWS that all began since then
 * @param unread types whose look failed
 * @param found what differed from the resource, with what of it
 * @param corrected what of that was brought in line
 */
public record Refreshing(
    Refresh refresh,
    Instant since,
    boolean isOfCluster,
    boolean isOfAws,
    List<String> unread,
    Map<ObjectRef, String> found,
    Set<ObjectRef> corrected) {
  private static final int NAMES = 8;
  private static final int LONGEST = 512; // of status.commands[].result

  public Refreshing {
    unread = List.copyOf(unread);
    found = Map.copyOf(found);
    corrected = Set.copyOf(corrected);
  }

  public static Refreshing begun(Refresh refresh, Instant now) {
    return new Refreshing(refresh, now, false, false, List.of(), Map.of(), Set.of());
  }

  /** A pass that goes by this picture of AWS. */
  public Refreshing looked(ItemWorld items) {
    List<String> failed =
        items.scans().entrySet().stream()
            .filter(scan -> scan.getValue().failure().isPresent())
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return new Refreshing(
        refresh, since, isOfCluster, items.isReadSince(since), failed, found, corrected);
  }

  /** After that pass. */
  public Refreshing after(Plan due, Outcome outcome) {
    Map<ObjectRef, String> all = new TreeMap<>(found);
    due.actions().stream()
        .filter(action -> action.operation().writes())
        .forEach(action -> all.putIfAbsent(action.ref(), what(action)));
    Set<ObjectRef> done = new TreeSet<>(corrected);
    outcome.applied().stream().map(Action::ref).filter(all::containsKey).forEach(done::add);
    return new Refreshing(refresh, since, true, isOfAws, unread, all, done);
  }

  /** True when nothing is left to look at. */
  public boolean isDone() {
    return isOfCluster && isOfAws;
  }

  /** What is told when it is done. */
  public CommandStatus told(Mode mode, Instant now) {
    String text = differences(mode) + notRead();
    return new CommandStatus(
        Refresh.COMMAND,
        refresh.word(),
        refresh.by().isEmpty() ? null : refresh.by(),
        now.toString(),
        text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…");
  }

  private String differences(Mode mode) {
    if (found.isEmpty()) {
      return "nothing had drifted";
    }
    List<ObjectRef> left =
        found.keySet().stream().filter(ref -> !corrected.contains(ref)).sorted().toList();
    List<ObjectRef> done = corrected.stream().sorted().toList();
    String why =
        mode == Mode.Apply ? "see the status for what it waits for" : "the mode is " + mode;
    return left.isEmpty()
        ? "brought in line " + names(done)
        : done.isEmpty()
            ? "not brought in line, %s: %s".formatted(why, names(left))
            : "brought in line %s; not %s, %s".formatted(names(done), names(left), why);
  }

  private String names(List<ObjectRef> refs) {
    String shown =
        refs.stream()
            .limit(NAMES)
            .map(ref -> "%s (%s)".formatted(ref.id(), found.get(ref)))
            .collect(Collectors.joining(", "));
    return refs.size() > NAMES ? "%s and %d more".formatted(shown, refs.size() - NAMES) : shown;
  }

  private String notRead() {
    String types = unread.stream().limit(NAMES).collect(Collectors.joining(", "));
    return types.isEmpty() ? "" : "; could not be read: " + types;
  }

  private static String what(Action action) {
    return switch (action.operation()) {
      case CREATE -> "missing";
      case DELETE, DESTROY, SNAPSHOT_DELETE -> "not wanted";
      case ADOPT -> "to be adopted";
      case ROTATE -> "to be rotated";
      case UPDATE, REPLACE, RECREATE, RETAIN, CONFLICT, UNKNOWN ->
          action.changes().isEmpty() ? "changed" : paths(action.changes());
    };
  }

  private static String paths(List<FieldChange> changes) {
    String shown =
        changes.stream().limit(NAMES).map(FieldChange::path).collect(Collectors.joining(", "));
    return changes.size() > NAMES
        ? "%s and %d more".formatted(shown, changes.size() - NAMES)
        : shown;
  }
}
