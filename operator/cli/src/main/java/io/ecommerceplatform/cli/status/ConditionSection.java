package io.ecommerceplatform.cli.status;

import io.ecommerceplatform.cli.text.Ages;
import io.ecommerceplatform.cli.text.Mark;
import io.ecommerceplatform.cli.text.Row;
import io.ecommerceplatform.cli.text.Section;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is not fine, the worst first, each thing once with what to type; then what is fine. */
final class ConditionSection {
  private static final List<Mark> ORDER =
      List.of(Mark.BLOCKED, Mark.FAILING, Mark.UNKNOWN, Mark.WAITING);

  /** They repeat what the conditions of the parts say. */
  private static final Set<String> SUMMARIES = Set.of("Ready", "Reconciling", "Stalled");

  private static final int MOST_NOTES = 6;

  private ConditionSection() {}

  static Section of(List<Condition> conditions, Instant now) {
    Map<String, List<Condition>> bySaying = new LinkedHashMap<>();
    worth(conditions).stream()
        .sorted(Comparator.comparingInt(c -> ORDER.indexOf(Marks.of(c))))
        .forEach(c -> bySaying.computeIfAbsent(saying(c), k -> new ArrayList<>()).add(c));
    List<Row> rows = new ArrayList<>();
    bySaying.values().forEach(same -> rows.add(row(same, now)));
    String fine =
        conditions.stream()
            .filter(c -> Marks.of(c) == Mark.FINE)
            .map(c -> ("False".equals(c.getStatus()) ? "not " : "") + c.getType())
            .collect(Collectors.joining(", "));
    if (!fine.isEmpty()) {
      rows.add(Row.of(Mark.FINE, fine));
    }
    return new Section("Conditions", "", rows);
  }

  private static List<Condition> worth(List<Condition> conditions) {
    List<Condition> wrong = conditions.stream().filter(c -> Marks.of(c) != Mark.FINE).toList();
    List<Condition> parts = wrong.stream().filter(c -> !SUMMARIES.contains(c.getType())).toList();
    return parts.isEmpty() ? wrong : parts;
  }

  private static String saying(Condition condition) {
    return condition.getReason() + "\n" + condition.getMessage();
  }

  /** Several conditions say the same when one is the consequence of the other. */
  private static Row row(List<Condition> same, Instant now) {
    Condition first = same.get(0);
    Mark mark = Marks.of(first);
    String types = same.stream().map(Condition::getType).collect(Collectors.joining(", "));
    String age = Ages.since(first.getLastTransitionTime(), now);
    boolean page = Marks.reason(first.getReason()).isPresent() && mark != Mark.WAITING;
    return new Row(
        mark,
        List.of(String.valueOf(first.getReason()), age, types),
        notes(first.getMessage()),
        page ? "kubectl ecp explain " + first.getReason() : "");
  }

  /** One line per finding; the operator joins them with semicolons. */
  private static List<String> notes(String message) {
    if (message == null) {
      return List.of();
    }
    List<String> notes = List.of(message.split("; (?=spec\\.)"));
    if (notes.size() <= MOST_NOTES) {
      return notes;
    }
    List<String> some = new ArrayList<>(notes.subList(0, MOST_NOTES - 1));
    some.add("and %d more".formatted(notes.size() - some.size()));
    return some;
  }
}
