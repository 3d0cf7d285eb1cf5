package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Renders a plan for people, in the form that Terraform made familiar. */
public final class PlanText {
  private static final int WIDEST_VALUE = 80;

  private PlanText() {}

  /** One line per action, one per changed field, and the counts; ends with a newline. */
  public static String render(Plan plan) {
    if (plan.actions().isEmpty()) {
      return "No changes. The cluster matches the resource.\n";
    }
    StringBuilder text = new StringBuilder();
    for (Action action : plan.actions()) {
      text.append("%s %s".formatted(action.operation().symbol(), action.ref().id()));
      if (!action.reason().isEmpty()) {
        text.append("  # ").append(action.reason());
      }
      text.append('\n');
      action.changes().forEach(change -> text.append(line(change)));
      if (action.operation() == Operation.CREATE) {
        action.item().flatMap(ItemChange::wanted).map(ItemText::fields).orElse(List.of()).stream()
            .map("    %s\n"::formatted)
            .forEach(text::append);
      }
    }
    return text.append("\nPlan: ").append(plan.summary()).append('\n').toString();
  }

  private static String line(FieldChange change) {
    String values =
        change.sensitive()
            ? "(sensitive)"
            : "%s → %s".formatted(shown(change.before()), shown(change.after()));
    String note = change.forcesReplacement() ? "  # forces replacement" : "";
    return "    %s: %s%s\n".formatted(change.path(), values, note);
  }

  static String shown(JsonNode value) {
    if (value == null) {
      return "(none)";
    }
    String text = value.toString();
    return text.length() <= WIDEST_VALUE ? text : text.substring(0, WIDEST_VALUE - 1) + "…";
  }
}
