package io.ecommerceplatform.cli.status;

import io.ecommerceplatform.api.v1alpha1.status.OperationStatus;
import io.ecommerceplatform.api.v1alpha1.status.ProtectionLevel;
import io.ecommerceplatform.api.v1alpha1.status.RecoveryPhase;
import io.ecommerceplatform.api.v1alpha1.status.RecoveryStatus;
import io.ecommerceplatform.cli.text.Mark;
import io.ecommerceplatform.cli.text.Row;
import io.ecommerceplatform.cli.text.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Addresses, a plan that waits, and recovery. */
final class OtherSections {
  private static final Set<RecoveryPhase> AT_REST =
      Set.of(RecoveryPhase.Protected, RecoveryPhase.Active);

  private OtherSections() {}

  static Section urls(PlatformView view) {
    List<Row> rows = new ArrayList<>();
    for (String name : List.of("storefront", "api", "admin")) {
      String url = view.text("/status/urls/" + name);
      if (!url.isEmpty()) {
        rows.add(Row.of(Mark.FINE, name, url));
      }
    }
    return new Section("URLs", "", rows);
  }

  /** Only a plan that waits for somebody. */
  static Section plan(PlatformView view) {
    if (!view.resource().at("/status/plan/approvalNeeded").asBoolean()) {
      return new Section("Plan", "", List.of());
    }
    String hash = view.text("/status/plan/hash");
    Row row = Row.of(Mark.BLOCKED, "waits for approval", view.text("/status/plan/summary"), hash);
    String command =
        "kubectl annotate ecp %s -n %s --overwrite ecommerceplatform.io/approve-plan=%s"
            .formatted(view.name(), view.namespace(), hash);
    return new Section("Plan", "", List.of(row.typing(command)));
  }

  static Section recovery(PlatformView view) {
    List<Row> rows = new ArrayList<>();
    RecoveryStatus recovery = view.part("recovery", RecoveryStatus.class).orElse(null);
    if (recovery != null) {
      Mark mark = AT_REST.contains(recovery.phase()) ? Mark.FINE : Mark.WAITING;
      rows.add(
          Row.of(
              mark,
              text(recovery.phase()),
              recovery.activeRegion() == null ? "" : "active in " + recovery.activeRegion(),
              recovery.role() == null ? "" : "this side: " + recovery.role(),
              recovery.epoch() == null ? "" : "epoch " + recovery.epoch()));
      protection(recovery, rows);
      operation(recovery.operation(), rows);
    }
    return new Section("Recovery", "", rows);
  }

  private static void protection(RecoveryStatus recovery, List<Row> rows) {
    if (recovery.protection() != null) {
      rows.add(
          Row.of(
              of(recovery.protection().status()),
              "data protected",
              text(recovery.protection().status())));
    }
    if (recovery.readiness() != null) {
      Row row =
          Row.of(
              of(recovery.readiness().status()),
              "standby ready",
              text(recovery.readiness().status()));
      List<String> failing = recovery.readiness().failing();
      rows.add(failing == null ? row : row.saying(String.join("\n", failing)));
    }
  }

  private static void operation(OperationStatus operation, List<Row> rows) {
    if (operation != null) {
      Mark mark = operation.result() == null ? Mark.WAITING : Mark.FINE;
      String result = operation.result() == null ? "running" : operation.result().toString();
      rows.add(
          Row.of(mark, text(operation.type()), text(operation.id()), result)
              .saying(operation.message()));
    }
  }

  private static Mark of(ProtectionLevel level) {
    return level == null
        ? Mark.UNKNOWN
        : "True".equals(level.toString()) ? Mark.FINE : Mark.FAILING;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
