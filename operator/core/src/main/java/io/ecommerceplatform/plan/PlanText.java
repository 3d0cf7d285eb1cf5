package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;

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

  private static String shown(JsonNode value) {
    if (value == null) {
      return "(none)";
    }
    String text = value.toString();
    return text.length() <= WIDEST_VALUE ? text : text.substring(0, WIDEST_VALUE - 1) + "…";
  }
}
