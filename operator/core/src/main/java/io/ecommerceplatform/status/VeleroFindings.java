package io.ecommerceplatform.status;

import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.ClusterBackup;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ManagedKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Velero makes of the Schedule that it is asked for. */
record VeleroFindings(StatusInput input) {

  List<Finding> findings() {
    return input.platform().clusterBackup().flatMap(this::finding).stream().toList();
  }

  private Optional<Finding> finding(ClusterBackup backup) {
    if (!input.observed().cluster().serves(ManagedKind.VELERO)) {
      return Optional.empty(); // that it is absent, or forbidden, is told already
    }
    Optional<LiveObject> live =
        input.observed().find(ManagedKind.VELERO.kind(), backup.name(), input.platform().owner());
    return switch (live.map(s -> s.at("/status/phase").asText()).orElse("")) {
      case "Enabled" -> say(Reason.BackupScheduled, backup, accepted(live.orElseThrow()));
      case "FailedValidation" -> say(Reason.VeleroRefused, backup, refused(live.orElseThrow()));
      default -> say(Reason.WaitingForVelero, backup, "Velero has not accepted it yet");
    };
  }

  // what became of a backup, only the Backup itself says
  private static String accepted(LiveObject schedule) {
    String last = schedule.at("/status/lastBackup").asText();
    return last.isEmpty()
        ? "Velero has accepted it, and has made no backup yet"
        : "Velero began the last backup at %s; its result is not looked at".formatted(last);
  }

  private static String refused(LiveObject schedule) {
    return schedule
        .at("/status/validationErrors")
        .valueStream()
        .map(error -> error.asText())
        .collect(Collectors.joining("; ", "Velero refuses it, and makes no backup: ", ""));
  }

  private static Optional<Finding> say(Reason reason, ClusterBackup backup, String words) {
    String text =
        "Schedule/%s: %s; see kubectl describe schedules.velero.io %s -n %s"
            .formatted(backup.name(), words, backup.name(), backup.namespace());
    return Optional.of(new Finding(ConditionType.Protected, reason, "spec.backup.velero", text));
  }
}
