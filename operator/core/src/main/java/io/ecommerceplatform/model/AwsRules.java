package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.aws.ApprovalPolicy;
import io.ecommerceplatform.api.v1alpha1.aws.AwsSpec;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides what a platform has in AWS, and whether it may. */
record AwsRules(Resolution resolution) {

  /** Empty without an {@code aws} section, and when its identity is not for this platform. */
  Optional<Aws> resolve(
      List<WantedService> services, List<Store> stores, List<PlatformSecret> generated) {
    AwsSpec spec = resolution.spec().aws();
    return spec == null || !isAllowed(spec)
        ? Optional.empty()
        : Optional.of(aws(spec, services, stores, generated));
  }

  private Aws aws(
      AwsSpec spec,
      List<WantedService> services,
      List<Store> stores,
      List<PlatformSecret> generated) {
    Optional<MessagingRules> messaging = MessagingRules.of(resolution, services);
    RegionRules regions = new RegionRules(resolution);
    regions.check();
    ManagedStores managed = ManagedStores.of(resolution, stores);
    return new Aws(
        spec.identity(),
        spec.regions().getFirst().name(),
        regions.others(),
        or(spec.approval(), ApprovalPolicy.Destructive),
        Optional.ofNullable(spec.deletionPolicy()),
        Set.copyOf(or(spec.adopt(), List.of())),
        or(spec.tags(), Map.of()),
        messaging.map(MessagingRules::topics).orElse(List.of()),
        messaging.map(MessagingRules::queues).orElse(List.of()),
        new RegistryRules(resolution).repositories(services),
        new BucketRules(resolution).buckets(),
        new TableRules(resolution).tables(services),
        managed.network(),
        managed.clusters(),
        managed.documents(),
        managed.caches(),
        managed.instances(),
        new FileRules(resolution).files(),
        managed.search(),
        new AnalyticsRules(resolution).stream(),
        new EncryptionRules(resolution).key(),
        new RoleRules(resolution).roles(services),
        new DomainRules(resolution).edge(services),
        new TelemetryRules(resolution).telemetry(services),
        new MailRules(resolution).mail(),
        new AuthRules(resolution).auth(),
        new BudgetRules(resolution).budget(),
        new BackupRules(resolution).inAws(stores),
        new SecretRules(resolution).secrets(managed, generated));
  }

  private boolean isAllowed(AwsSpec spec) {
    Map<String, AwsIdentity> mapped = resolution.settings().identities();
    AwsIdentity identity = mapped.get(spec.identity());
    if (identity == null) {
      return refused(
          Reason.IdentityNotMapped,
          "spec.aws.identity",
          "%s is no identity of this operator; use one of [%s], or have the cluster's admin map it"
              .formatted(spec.identity(), String.join(", ", new TreeSet<>(mapped.keySet()))));
    }
    if (!identity.namespaces().isEmpty()
        && !identity.namespaces().contains(resolution.namespace())) {
      return refused(
          Reason.IdentityRefused,
          "spec.aws.identity",
          "%s is not for platforms in namespace %s; ask the cluster's admin to allow it"
              .formatted(spec.identity(), resolution.namespace()));
    }
    String region = spec.regions().getFirst().name();
    if (!identity.regions().isEmpty() && !identity.regions().contains(region)) {
      return refused(
          Reason.IdentityRefused,
          "spec.aws.regions[%s]".formatted(region),
          "identity %s may be used in [%s] only"
              .formatted(spec.identity(), String.join(", ", new TreeSet<>(identity.regions()))));
    }
    return true;
  }

  private boolean refused(Reason reason, String path, String message) {
    resolution.report(ConditionType.AwsReady, reason, path, message);
    return false;
  }
}
