package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Logs and traces that go to AWS. */
class TelemetryTest {
  private static final String LOGS = "logs: {store: CloudWatch, groupPrefix: /aws/eks/shop/}";
  private static final ItemOutputs THERE =
      new ItemOutputs(
          Map.of(
              "logs.LogGroup/web", Map.of("name", "/aws/eks/shop/web"),
              "iam.Role/otel-collector", Map.of("arn", "arn:aws:iam::1:role/traces")));

  private static Platform shop(String profile, String observability, ItemOutputs outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(
            """
            metadata: {name: shop, namespace: shops}
            spec:
              profile: %s
              aws: {identity: pods, regions: [{name: eu-west-1}]}
              domain: {host: shop.example.com}
              services: [{name: web}, {name: gateway}]
              observability: {%s}
            """
                .formatted(profile, observability)),
        Resolved.CATALOGUE,
        settings(),
        Resolved.CLUSTER,
        outputs);
  }

  private static OperatorSettings settings() {
    PodRoles roles =
        new PodRoles("arn:aws:iam::123456789012:oidc-provider/example.com", Optional.empty());
    return new OperatorSettings(
        "local",
        "registry.example.com/shop",
        "",
        "1.0.0",
        "alb",
        "velero",
        Map.of(
            "pods",
            new AwsIdentity(
                Optional.empty(), Optional.empty(), Set.of(), Set.of(), Optional.of(roles))));
  }

  private static Platform shop(String observability) {
    return shop("Economy", observability, ItemOutputs.none());
  }

  @Test
  void eachServiceHasAGroup() {
    assertThat(shop(LOGS).aws().orElseThrow().telemetry().logGroups())
        .containsExactly(
            new AwsLogGroup("gateway", "spec.observability.logs", "/aws/eks/shop/gateway", 7),
            new AwsLogGroup("web", "spec.observability.logs", "/aws/eks/shop/web", 7));
    assertThat(
            shop("Production", "logs: {store: Both}", ItemOutputs.none())
                .aws()
                .orElseThrow()
                .telemetry()
                .logGroups())
        .contains(new AwsLogGroup("web", "spec.observability.logs", "", 30));
    assertThat(shop("logs: {store: OpenSearch}").aws().orElseThrow().telemetry().logGroups())
        .isEmpty();
  }

  @Test
  void linesGoWhereAGroupIs() {
    assertThat(shop(LOGS).observability().deliveries()).isEmpty();
    assertThat(shop("Economy", LOGS, THERE).observability().deliveries())
        .containsExactly(new LogDelivery("web", "/aws/eks/shop/web", "eu-west-1"));
  }

  @Test
  void theCollectorHasARoleForTraces() {
    Platform before = shop("tracing: {provider: XRay}");
    assertThat(before.aws().orElseThrow().roles())
        .filteredOn(role -> role.name().equals("otel-collector"))
        .extracting(AwsRole::grants)
        .hasSize(1);
    assertThat(role(before)).isEmpty();
    assertThat(role(shop("Economy", "tracing: {provider: XRay}", THERE)))
        .contains("arn:aws:iam::1:role/traces");
    assertThat(
            role(
                shop(
                    "Economy",
                    "tracing: {provider: OTLP, endpoint: \"http://t.example.com:4318\"}",
                    THERE)))
        .isEmpty();
  }

  private static Optional<String> role(Platform platform) {
    return platform.observability().collector().orElseThrow().pod().roleArn();
  }

  @Test
  void tracesAreDrawnByTheCollector() {
    TraceExport traces =
        shop("tracing: {provider: XRay, percent: 9, reservoirPerSecond: 1}")
            .observability()
            .collector()
            .flatMap(Collector::traces)
            .orElseThrow();
    assertThat(traces.endpoint()).isEqualTo("https://xray.eu-west-1.amazonaws.com");
    assertThat(traces.port()).isEqualTo(443);
    assertThat(traces.percent()).isEqualByComparingTo("9");
    assertThat(shop("tracing: {provider: XRay, percent: 9, reservoirPerSecond: 1}").findings())
        .filteredOn(finding -> finding.reason() == Reason.NotManagedYet)
        .extracting(Finding::message)
        .anyMatch(text -> text.contains("spec.observability.tracing.reservoirPerSecond"))
        .noneMatch(text -> text.contains("provider"));
  }
}
