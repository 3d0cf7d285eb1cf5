package io.ecommerceplatform.cli.status;

import io.ecommerceplatform.api.v1alpha1.status.OperationStatus;
import io.ecommerceplatform.api.v1alpha1.status.PlanStatus;
import io.ecommerceplatform.api.v1alpha1.status.ProtectionLevel;
import io.ecommerceplatform.api.v1alpha1.status.RecoveryPhase;
import io.ecommerceplatform.api.v1alpha1.status.RecoveryStatus;
import io.ecommerceplatform.api.v1alpha1.status.UrlsStatus;
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

  static Section urls(UrlsStatus urls) {
    List<Row> rows = new ArrayList<>();
    if (urls != null) {
      address("storefront", urls.storefront(), rows);
      address("api", urls.api(), rows);
      address("admin", urls.admin(), rows);
    }
    return new Section("URLs", "", rows);
  }

  private static void address(String name, String url, List<Row> rows) {
    if (url != null && !url.isEmpty()) {
      rows.add(Row.of(Mark.FINE, name, url));
    }
  }

  /** Only a plan that waits for somebody. */
  static Section plan(PlanStatus plan, String platform, String namespace) {
    if (plan == null || !Boolean.TRUE.equals(plan.approvalNeeded())) {
      return new Section("Plan", "", List.of());
    }
    Row row = Row.of(Mark.BLOCKED, "waits for approval", plan.summary(), plan.hash());
    String command =
        "kubectl annotate ecp %s -n %s ecommerceplatform.io/approve-plan=%s"
            .formatted(platform, namespace, plan.hash());
    return new Section("Plan", "", List.of(row.typing(command)));
  }

  static Section recovery(RecoveryStatus recovery) {
    List<Row> rows = new ArrayList<>();
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
