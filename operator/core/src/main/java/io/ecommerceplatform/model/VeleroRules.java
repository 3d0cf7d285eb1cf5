package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.recovery.BackupSpec;
import io.ecommerceplatform.catalogue.HelmChart;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Owner;
import java.util.Optional;
import java.util.OptionalInt;

/** What Velero is asked for, and whether it can be asked. */
record VeleroRules(Resolution resolution, String platform) {
  private static final int PREFIX = 40; // Velero appends a time and makes a label of both
  private static final String PATH = "spec.backup.velero";

  Optional<ClusterBackup> backup() {
    if (!isAsked(resolution)) {
      return Optional.empty();
    }
    check();
    BackupSpec spec = resolution.spec().backup();
    return Optional.of(
        new ClusterBackup(
            resolution.settings().veleroNamespace(),
            name(),
            Resolution.or(spec.schedule(), BackupRules.NIGHTLY),
            spec.retentionDays() == null
                ? OptionalInt.empty()
                : OptionalInt.of(spec.retentionDays())));
  }

  static boolean isAsked(Resolution resolution) {
    BackupSpec backup = resolution.spec().backup();
    return backup != null && Boolean.TRUE.equals(backup.velero());
  }

  // "a-b" in "c" and "b" in "c-a" must not be one name
  private String name() {
    Owner owner = new Owner(resolution.settings().installation(), resolution.namespace(), platform);
    String words = owner.namespace() + "-" + owner.platform();
    String prefix = words.substring(0, Math.min(PREFIX, words.length()));
    return prefix.replaceAll("-+$", "") + "-" + Json.hash(owner.labels());
  }

  private void check() {
    if (resolution.facts().forbids(ManagedKind.VELERO)) {
      String text =
          "Velero is installed, and the operator has no right to its schedules in namespace %s; an"
              + " administrator grants it with: kubectl apply -k deploy/kustomize/components/velero";
      report(Reason.VeleroForbidden, text.formatted(resolution.settings().veleroNamespace()));
    } else if (!resolution.facts().serves(ManagedKind.VELERO)) {
      String text =
          "Velero is not installed: there is no %s; nothing is backed up until it is; type: %s, with"
              + " the values for your storage";
      report(
          Reason.VeleroMissing,
          text.formatted(
              ManagedKind.VELERO.definition(),
              HelmChart.VELERO.installInto(resolution.settings().veleroNamespace())));
    }
  }

  private void report(Reason reason, String text) {
    resolution.report(ConditionType.Protected, reason, PATH, text);
  }
}
