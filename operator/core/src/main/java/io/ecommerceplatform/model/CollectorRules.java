package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.observability.LogsSpec;
import io.ecommerceplatform.api.v1alpha1.observability.ObservabilitySpec;
import io.ecommerceplatform.api.v1alpha1.observability.TracingProvider;
import io.ecommerceplatform.api.v1alpha1.observability.TracingSpec;
import io.ecommerceplatform.catalogue.Tool;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads where traces and logs go; without either there is no collector. */
record CollectorRules(Resolution resolution, ImageNames images, List<Store> stores) {
  private static final double PERCENT = 5;
  private static final int HTTPS = 443;

  Optional<Collector> resolve() {
    Optional<TraceExport> traces = tracing(resolution).map(this::export);
    Optional<LogArchive> logs = archive();
    return traces.isEmpty() && logs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Collector(pod(Collector.NAME, role(traces)), traces, logs));
  }

  /** Tracing that the collector exports. */
  static Optional<TracingSpec> tracing(Resolution resolution) {
    return spec(resolution)
        .map(ObservabilitySpec::tracing)
        .filter(t -> t.provider() == TracingProvider.OTLP && t.endpoint() != null)
        .or(() -> new TelemetryRules(resolution).xRay());
  }

  private TraceExport export(TracingSpec tracing) {
    BigDecimal percent = BigDecimal.valueOf(or(tracing.percent(), PERCENT)).stripTrailingZeros();
    if (tracing.provider() == TracingProvider.XRay) {
      String region = new TelemetryRules(resolution).region();
      return new TraceExport(
          "https://xray.%s.amazonaws.com".formatted(region), HTTPS, percent, region);
    }
    return new TraceExport(tracing.endpoint(), Ports.of(tracing.endpoint()), percent, "");
  }

  /** Without a role of its own it is in AWS who the node is. */
  private Optional<String> role(Optional<TraceExport> traces) {
    return traces
        .filter(TraceExport::isForXRay)
        .flatMap(t -> resolution.outputs().of(AwsRole.TYPE, Collector.NAME, "arn"));
  }

  private Optional<LogArchive> archive() {
    LogStores rules = new LogStores(resolution);
    Optional<LogsSpec> logs = rules.asked();
    if (logs.isEmpty()) {
      return Optional.empty();
    }
    Optional<Store> search = rules.chosen(stores);
    if (search.isEmpty()) {
      resolution.report(
          ConditionType.ObservabilityReady,
          Reason.ReferenceNotFound,
          "spec.observability.logs.store",
          "there is no OpenSearch in the cluster that could keep logs: set"
              + " spec.observability.logs.cluster to Own, or spec.search to {placement: InCluster}");
      return Optional.empty();
    }
    int days = or(logs.get().retentionDays(), resolution.defaults().logs().retentionDays());
    return Optional.of(
        new LogArchive(search.get().name(), days, pod(LogArchive.DASHBOARDS, Optional.empty())));
  }

  private ToolPod pod(String name, Optional<String> roleArn) {
    Tool tool = resolution.catalogue().tool(name);
    return new ToolPod(
        tool,
        images.tool(tool),
        images.pullSecret(),
        PodResources.of(null, tool.resources().get(resolution.profile())),
        PodResources.pool(spec(resolution).map(ObservabilitySpec::nodePlacement).orElse(null)),
        roleArn);
  }

  private static Optional<ObservabilitySpec> spec(Resolution resolution) {
    return Optional.ofNullable(resolution.spec().observability());
  }
}
