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
import java.util.stream.Collectors;

/** What is not fine, the worst first, each thing once with what to type; then what is fine. */
final class ConditionSection {
  private static final List<Mark> ORDER =
      List.of(Mark.BLOCKED, Mark.FAILING, Mark.UNKNOWN, Mark.WAITING);

  private ConditionSection() {}

  static Section of(List<Condition> conditions, Instant now) {
    Map<String, List<Condition>> bySaying = new LinkedHashMap<>();
    conditions.stream()
        .filter(c -> Marks.of(c) != Mark.FINE)
        .sorted(Comparator.comparingInt(c -> ORDER.indexOf(Marks.of(c))))
        .forEach(c -> bySaying.computeIfAbsent(saying(c), k -> new ArrayList<>()).add(c));
    List<Row> rows = new ArrayList<>();
    bySaying.values().forEach(same -> rows.add(row(same, now)));
    String fine =
        conditions.stream()
            .filter(c -> Marks.of(c) == Mark.FINE)
            .map(Condition::getType)
            .collect(Collectors.joining(", "));
    if (!fine.isEmpty()) {
      rows.add(Row.of(Mark.FINE, fine));
    }
    return new Section("Conditions", "", rows);
  }

  private static String saying(Condition condition) {
    return condition.getReason() + "\n" + condition.getMessage();
  }

  /** Several conditions say the same when one is the consequence of the other. */
  private static Row row(List<Condition> same, Instant now) {
    Condition first = same.get(0);
    Mark mark = Marks.of(first);
    String types = same.stream().map(Condition::getType).collect(Collectors.joining(", "));
    Row row =
        Row.of(mark, first.getReason(), Ages.since(first.getLastTransitionTime(), now), types)
            .saying(first.getMessage());
    boolean page = Marks.reason(first.getReason()).isPresent() && mark != Mark.WAITING;
    return page ? row.typing("kubectl ecp explain " + first.getReason()) : row;
  }
}
