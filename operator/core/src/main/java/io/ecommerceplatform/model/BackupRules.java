package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.recovery.BackupSpec;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which databases inside the cluster are dumped, and what that does not protect from. */
record BackupRules(Resolution resolution) {
  static final String NIGHTLY = "0 3 * * *";

  /** Only where the resource asks for it; 0 days is none, whatever the platform's schedule says. */
  Optional<Dumps> of(StoreRequest request) {
    boolean dumps =
        request.kind == StoreKind.DATABASE && request.provider == StoreProvider.StatefulSet;
    boolean asked = request.backupDays == null ? schedule().isPresent() : request.backupDays > 0;
    if (!dumps || !asked) {
      return Optional.empty();
    }
    int days = request.backupDays == null ? days() : request.backupDays;
    return Optional.of(new Dumps(schedule().orElse(NIGHTLY), days));
  }

  /** Copies of what lives in AWS; what would be in none of them is no reason for a vault. */
  Optional<AwsBackup> inAws(List<Store> stores) {
    boolean isAny =
        stores.stream().anyMatch(store -> store.isMadeInAws() && store.kind() == StoreKind.DATABASE)
            || !list(resolution.spec().tables()).isEmpty()
            || !list(resolution.spec().sharedFiles()).isEmpty()
            || !ImpliedStores.tables(resolution).isEmpty();
    return schedule()
        .filter(cron -> isAny && resolution.spec().aws() != null)
        .map(
            cron ->
                new AwsBackup(
                    or(resolution.spec().backup().awsName(), ""),
                    new AwsCron(cron).expressions(),
                    days(),
                    new RegionRules(resolution).ofBackups()));
  }

  void check(List<Store> stores) {
    checkCopies(stores);
    String path = schedule().isPresent() ? "spec.backup.schedule" : "spec.databases";
    String dumped = names(stores.stream().filter(s -> s.dumps().isPresent()).toList());
    if (!dumped.isEmpty()) {
      String text =
          "dumps of %s stay inside this cluster, on a volume of their own beside each: who loses the cluster loses them too";
      resolution.report(
          ConditionType.Protected,
          Reason.BackupInCluster,
          path,
          text.formatted(dumped) + others(stores));
    } else if (schedule().isPresent()
        && !VeleroRules.isAsked(resolution)
        && inAws(stores).isEmpty()) {
      resolution.report(
          ConditionType.Protected,
          Reason.NotManagedYet,
          path,
          "not managed yet: there is no database inside the cluster to dump, and nothing in AWS to copy");
    }
  }

  private void checkCopies(List<Store> stores) {
    boolean asked = schedule().isPresent() && resolution.spec().backup().copyToRegion() != null;
    if (asked && inAws(stores).isEmpty()) {
      resolution.report(
          ConditionType.Protected,
          Reason.NotManagedYet,
          AwsBackup.COPY_PATH,
          "not managed yet: copies of what is in the cluster; of databases, tables and file systems in AWS there is none to copy");
    }
  }

  private String others(List<Store> stores) {
    String others =
        names(
            stores.stream().filter(s -> s.inCluster() && s.kind() != StoreKind.DATABASE).toList());
    return schedule().isEmpty() || others.isEmpty()
        ? ""
        : "; there is no dump of %s".formatted(others);
  }

  private static String names(List<Store> stores) {
    return stores.stream().map(Store::name).sorted().collect(Collectors.joining(", "));
  }

  private Optional<String> schedule() {
    return Optional.ofNullable(resolution.spec().backup()).map(BackupSpec::schedule);
  }

  private int days() {
    return Optional.ofNullable(resolution.spec().backup().retentionDays())
        .orElse(resolution.defaults().database().backupRetentionDays());
  }
}
