package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.observability.AlertTier;
import io.ecommerceplatform.api.v1alpha1.observability.ObjectivesSpec;
import io.ecommerceplatform.api.v1alpha1.observability.ObservabilitySpec;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.catalogue.HelmChart;
import io.ecommerceplatform.catalogue.MonitoringCondition;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ForeignKinds;
import io.ecommerceplatform.resource.ManagedKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads how the platform is to be watched, and compares it with what the cluster offers. */
record ObservabilityRules(
    Resolution resolution,
    ImageNames images,
    List<WantedService> clients,
    List<ResolvedService> services,
    List<Store> stores) {
  private static final int WINDOW_DAYS = 30;

  Observability resolve() {
    boolean monitors = resolution.facts().serves(ManagedKind.SERVICE_MONITOR);
    boolean rules = resolution.facts().serves(ManagedKind.PROMETHEUS_RULE);
    Optional<Objectives> objectives = objectives();
    List<Escalation> escalations = escalations();
    askedByName(objectives.isPresent(), !escalations.isEmpty());
    containerInsights();
    Catalogue catalogue = resolution.catalogue();
    return new Observability(
        monitors,
        rules
            ? catalogue.rules().stream().filter(g -> holds(g.when(), objectives)).toList()
            : List.of(),
        monitors
            ? catalogue.dashboards().stream().filter(d -> holds(d.when(), objectives)).toList()
            : List.of(),
        objectives,
        escalations,
        new CollectorRules(resolution, images, stores).resolve(),
        new TelemetryRules(resolution).deliveries(clients));
  }

  private boolean holds(MonitoringCondition when, Optional<Objectives> objectives) {
    return (when.engine() == null || hasEngine(when.engine()))
        && (when.component() == null || hasComponent(when.component()))
        && (!when.objectives() || objectives.isPresent());
  }

  private boolean hasEngine(String engine) {
    return stores.stream().anyMatch(s -> s.inCluster() && s.engine().name().equals(engine));
  }

  private boolean hasComponent(String component) {
    return services.stream().anyMatch(s -> s.component().equals(component));
  }

  private Optional<ObservabilitySpec> spec() {
    return Optional.ofNullable(resolution.spec().observability());
  }

  private Optional<Objectives> objectives() {
    Optional<ObjectivesSpec> asked = spec().map(ObservabilitySpec::objectives);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    String path = "spec.observability.objectives";
    ObjectivesSpec spec = asked.get();
    Optional<BigDecimal> checkout =
        Optional.ofNullable(spec.checkoutSuccessPercent())
            .map(percent -> BigDecimal.valueOf(100).subtract(BigDecimal.valueOf(percent)))
            .map(percent -> percent.movePointLeft(2).stripTrailingZeros());
    if (checkout.isPresent() && !hasComponent("order")) {
      resolution.report(
          ConditionType.ObservabilityReady,
          Reason.ReferenceNotFound,
          path + ".checkoutSuccessPercent",
          "checkouts are counted by the service order: add it to spec.services, or remove the"
              + " objective");
      checkout = Optional.empty();
    }
    return Optional.of(
        new Objectives(
            checkout,
            Optional.ofNullable(spec.apiP95Millis()),
            or(spec.windowDays(), WINDOW_DAYS)));
  }

  private List<Escalation> escalations() {
    List<AlertTier> tiers =
        spec().map(ObservabilitySpec::alerts).map(alerts -> list(alerts.tiers())).orElse(List.of());
    return tiers.stream()
        .map(this::escalation)
        .sorted(Comparator.comparingInt(Escalation::afterMinutes))
        .toList();
  }

  private Escalation escalation(AlertTier tier) {
    if (tier.slack() != null) {
      String path =
          "spec.observability.alerts.tiers[%d].slack.secret".formatted(tier.afterMinutes());
      new SecretCheck(resolution, ConditionType.ObservabilityReady)
          .check(path, tier.slack().secret());
    }
    return new Escalation(
        tier.afterMinutes(),
        list(tier.email()),
        list(tier.sms()),
        Optional.ofNullable(tier.slack()).map(slack -> slack.secret()),
        tier.slack() == null ? "" : or(tier.slack().channel(), ""),
        region());
  }

  private String region() {
    return resolution.spec().aws() == null || list(resolution.spec().aws().regions()).isEmpty()
        ? ""
        : resolution.spec().aws().regions().getFirst().name();
  }

  /** What is asked for by name is missed by name; monitors are made where they can be. */
  private void askedByName(boolean objectives, boolean alerts) {
    List<String> paths = new ArrayList<>();
    if (alerts) {
      paths.add("spec.observability.alerts");
    }
    if (objectives) {
      paths.add("spec.observability.objectives");
    }
    if (!paths.isEmpty()) {
      needs(
          String.join(", ", paths),
          alerts
              ? ManagedKind.PROMETHEUS
              : List.of(ManagedKind.SERVICE_MONITOR, ManagedKind.PROMETHEUS_RULE));
    }
  }

  /** The whole cluster's, so it is not a platform that installs it. */
  private void containerInsights() {
    boolean asked = spec().map(ObservabilitySpec::containerInsights).orElse(false);
    if (asked && !resolution.facts().kinds().contains(ForeignKinds.CLOUDWATCH_AGENT)) {
      resolution.report(
          ConditionType.ObservabilityReady,
          Reason.DefinitionMissing,
          "spec.observability.containerInsights",
          "the CloudWatch agent is not installed; add the add-on amazon-cloudwatch-observability to the EKS cluster, or type: "
              + HelmChart.CLOUDWATCH.install());
    }
  }

  private void needs(String path, List<ManagedKind> kinds) {
    List<String> absent = new ArrayList<>();
    kinds.stream()
        .filter(kind -> !resolution.facts().serves(kind))
        .forEach(kind -> absent.add(kind.definition()));
    if (!absent.isEmpty()) {
      resolution.report(
          ConditionType.ObservabilityReady,
          Reason.DefinitionMissing,
          path,
          "the Prometheus operator is not installed: there is no %s; type: %s"
              .formatted(String.join(", ", absent), HelmChart.PROMETHEUS.install()));
    }
  }
}
