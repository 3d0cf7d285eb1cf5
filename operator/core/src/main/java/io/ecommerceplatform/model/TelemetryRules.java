package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.observability.AlertTier;
import io.ecommerceplatform.api.v1alpha1.observability.LogStore;
import io.ecommerceplatform.api.v1alpha1.observability.LogsSpec;
import io.ecommerceplatform.api.v1alpha1.observability.ObservabilitySpec;
import io.ecommerceplatform.api.v1alpha1.observability.TracingProvider;
import io.ecommerceplatform.api.v1alpha1.observability.TracingSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of logs and traces goes to AWS. */
record TelemetryRules(Resolution resolution) {
  private static final String LOGS = "spec.observability.logs";

  AwsTelemetry telemetry(List<WantedService> services) {
    return new AwsTelemetry(
        logGroups(services),
        xRay().isPresent(),
        tiers(),
        spec().map(spec -> or(spec.dashboardAwsName(), "")));
  }

  /** Of those who are told by Slack alone SNS knows nothing. */
  private List<AwsAlertTier> tiers() {
    return spec().map(ObservabilitySpec::alerts).map(alerts -> list(alerts.tiers())).stream()
        .flatMap(List::stream)
        .map(tier -> new AwsAlertTier(tier.afterMinutes(), subscribers(tier)))
        .filter(tier -> !tier.subscribers().isEmpty())
        .sorted(Comparator.comparingInt(AwsAlertTier::afterMinutes))
        .toList();
  }

  private static List<String> subscribers(AlertTier tier) {
    return Stream.concat(
            list(tier.email()).stream().map(address -> "email:" + address),
            list(tier.sms()).stream().map(number -> "sms:" + number))
        .sorted()
        .toList();
  }

  /** The lines of which service go where, as far as the log groups are there. */
  List<LogDelivery> deliveries(List<WantedService> services) {
    return services.stream()
        .map(WantedService::name)
        .flatMap(service -> delivery(service).stream())
        .sorted(Comparator.comparing(LogDelivery::service))
        .toList();
  }

  private Optional<LogDelivery> delivery(String service) {
    return logs()
        .flatMap(logs -> resolution.outputs().of(AwsLogGroup.TYPE, service, "name"))
        .map(group -> new LogDelivery(service, group, region()));
  }

  private List<AwsLogGroup> logGroups(List<WantedService> services) {
    return logs().stream()
        .flatMap(
            logs ->
                services.stream()
                    .map(WantedService::name)
                    .sorted()
                    .map(
                        service ->
                            new AwsLogGroup(
                                service,
                                LOGS,
                                logs.groupPrefix() == null ? "" : logs.groupPrefix() + service,
                                or(
                                    logs.retentionDays(),
                                    resolution.defaults().logs().retentionDays()))))
        .toList();
  }

  /** Tracing that goes to X-Ray. */
  Optional<TracingSpec> xRay() {
    return spec()
        .map(ObservabilitySpec::tracing)
        .filter(tracing -> tracing.provider() == TracingProvider.XRay);
  }

  String region() {
    return resolution.spec().aws().regions().getFirst().name();
  }

  private Optional<LogsSpec> logs() {
    return spec().map(ObservabilitySpec::logs).filter(logs -> logs.store() != LogStore.OpenSearch);
  }

  /** Nothing goes to AWS without AWS. */
  private Optional<ObservabilitySpec> spec() {
    return Optional.ofNullable(resolution.spec().observability())
        .filter(spec -> resolution.spec().aws() != null);
  }
}
