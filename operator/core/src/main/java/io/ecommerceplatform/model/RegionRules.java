package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.aws.AwsRegion;
import io.ecommerceplatform.api.v1alpha1.aws.AwsSpec;
import io.ecommerceplatform.api.v1alpha1.recovery.BackupSpec;
import io.ecommerceplatform.api.v1alpha1.store.BucketSpec;
import io.ecommerceplatform.api.v1alpha1.store.TableSpec;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The regions beside the platform's own one, in which copies of its data are. */
record RegionRules(Resolution resolution) {
  private static final String WITHOUT_SECOND =
      "a copy needs a second region: add one to spec.aws.regions, for example {name: %s}";

  /** Where copies may be, whether or not one is wanted there now: what is left is found so. */
  List<String> others() {
    return Stream.of(standby(), ofBackups()).flatMap(Optional::stream).distinct().sorted().toList();
  }

  /** The one that gets copies of backups; empty without one that can have them. */
  Optional<String> ofBackups() {
    return copyToRegion().filter(region -> problem(region).isEmpty());
  }

  /** The second one of the platform; empty without one that can have copies. */
  Optional<String> standby() {
    return second().filter(region -> problem(region).isEmpty());
  }

  /** Says why there are no copies where there should be some. */
  void check() {
    copyToRegion()
        .flatMap(this::problem)
        .ifPresent(why -> report(ConditionType.Protected, AwsBackup.COPY_PATH, why));
    replicated("spec.buckets[%s].replicate", replicatedBuckets());
    replicated("spec.tables[%s].replicate", replicatedTables());
  }

  private List<String> replicatedTables() {
    return list(resolution.spec().tables()).stream()
        .filter(table -> or(table.replicate(), false))
        .map(TableSpec::name)
        .toList();
  }

  private List<String> replicatedBuckets() {
    return list(resolution.spec().buckets()).stream()
        .filter(bucket -> or(bucket.replicate(), false))
        .map(BucketSpec::name)
        .toList();
  }

  private void replicated(String path, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    Optional<Problem> why =
        second().map(this::problem).orElseGet(() -> refused(WITHOUT_SECOND.formatted(example())));
    why.ifPresent(
        problem ->
            report(ConditionType.AwsReady, path.formatted(String.join(", ", names)), problem));
  }

  private String example() {
    return Regions.forCopies(home()).getFirst();
  }

  private Optional<String> second() {
    return aws().flatMap(aws -> aws.regions().stream().skip(1).map(AwsRegion::name).findFirst());
  }

  private void report(ConditionType part, String path, Problem why) {
    resolution.report(part, why.reason(), path, why.text());
  }

  private record Problem(Reason reason, String text) {}

  private Optional<Problem> problem(String region) {
    String home = home();
    String instead = "use one of [%s]".formatted(String.join(", ", Regions.forCopies(home)));
    if (region.equals(home)) {
      return refused(
          "%s is the platform's own region, with which its copies would be lost; %s"
              .formatted(region, instead));
    }
    if (!Regions.isKnown(region)) {
      return refused(
          "%s is no region of AWS that this release knows; %s".formatted(region, instead));
    }
    if (!Regions.partition(region).equals(Regions.partition(home))) {
      return refused(
          "AWS copies nothing from %s to %s, which is of the partition %s; %s"
              .formatted(home, region, Regions.partition(region), instead));
    }
    return allowed().isEmpty() || allowed().contains(region)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                Reason.IdentityRefused,
                "%s: identity %s may be used in [%s] only"
                    .formatted(
                        region,
                        resolution.spec().aws().identity(),
                        String.join(", ", new TreeSet<>(allowed())))));
  }

  private static Optional<Problem> refused(String text) {
    return Optional.of(new Problem(Reason.RegionRefused, text));
  }

  /** Empty for all. */
  private Set<String> allowed() {
    return Optional.ofNullable(
            resolution.settings().identities().get(resolution.spec().aws().identity()))
        .map(identity -> Set.copyOf(identity.regions()))
        .orElse(Set.of());
  }

  private String home() {
    return resolution.spec().aws().regions().getFirst().name();
  }

  private Optional<AwsSpec> aws() {
    return Optional.ofNullable(resolution.spec().aws());
  }

  private Optional<String> copyToRegion() {
    return aws()
        .flatMap(aws -> Optional.ofNullable(resolution.spec().backup()))
        .map(BackupSpec::copyToRegion);
  }
}
