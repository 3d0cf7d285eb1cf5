package io.ecommerceplatform.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.cost.CostChange;
import io.ecommerceplatform.cli.text.Ink;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.plan.PlanText;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The answer of {@code plan}. */
public final class PlanReport {
  private final Assessment assessment;
  private final Plan plan;
  private final CostChange cost;

  /**
   * The answer.
   *
   * @param plan that of the assessment, with what only later passes do
   */
  public PlanReport(Assessment assessment, Plan plan, CostChange cost) {
    this.assessment = assessment;
    this.plan = plan;
    this.cost = cost;
  }

  /** True when there is something that the operator would do or cannot do, or nobody knows. */
  public boolean hasChanges() {
    return !plan.isEmpty()
        || !plan.of(Operation.CONFLICT).isEmpty()
        || !plan.of(Operation.UNKNOWN).isEmpty();
  }

  public List<String> lines(Ink ink, boolean unicode) {
    List<String> lines = new ArrayList<>();
    PlanText.render(plan)
        .lines()
        .forEach(line -> lines.add(ink.paint(color(line), unicode ? line : ascii(line))));
    cost.line().ifPresent(line -> lines.add(unicode ? line : ascii(line)));
    lines.addAll(HeldText.lines(assessment.desired().held()));
    for (Finding finding : findings()) {
      lines.add(ink.paint(Ink.YELLOW, finding.reason() + ": ") + finding.text());
    }
    return lines;
  }

  public JsonNode tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("summary", plan.summary());
    tree.put("hash", assessment.plan().hash());
    tree.put("actions", plan.actions().stream().map(this::action).toList());
    tree.put("cost", cost.tree());
    tree.put("held", assessment.desired().held());
    tree.put("findings", findings());
    return Json.tree(tree);
  }

  /** Findings of the resource, then those of the pass, each once. */
  private List<Finding> findings() {
    return Stream.concat(assessment.platform().findings().stream(), assessment.findings().stream())
        .distinct()
        .toList();
  }

  private Map<String, Object> action(io.ecommerceplatform.plan.Action action) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("operation", action.operation());
    tree.put("object", action.ref());
    tree.put("reason", action.reason());
    tree.put("changes", action.changes());
    return tree;
  }

  private static String color(String line) {
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> Ink.GREEN;
      case '~' -> Ink.YELLOW;
      case '-', '±' -> Ink.RED;
      case '!', '?' -> Ink.MAGENTA;
      default -> Ink.DIM;
    };
  }

  private static String ascii(String line) {
    return line.replace("±", "-/+").replace("→", "->").replace("…", "...");
  }
}
