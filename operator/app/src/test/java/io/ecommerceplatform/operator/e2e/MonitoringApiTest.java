package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Definitions;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.localplane.toolchain.ThirdParty;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the Prometheus operator is told, on its own definitions: they come late, go and return. */
@WithOperator
class MonitoringApiTest {
  private static final String ASKED =
      """
      {"spec": {"observability": {
        "alerts": {"tiers": [
          {"afterMinutes": 0, "slack": {"secret": {"name": "slack", "key": "webhook"}}},
          {"afterMinutes": 15, "email": ["oncall@example.com"], "sms": ["+6560000000"]}]},
        "objectives": {"checkoutSuccessPercent": 99.9, "apiP95Millis": 300}}}}
      """;

  private KubernetesClient admin;
  private OperatorProcess operator;
  private PlatformUnderTest shop;
  private OptionalObjects objects;
  private Definitions definitions;

  @BeforeEach
  void start(
      KubernetesClient client,
      TestNamespace own,
      OperatorProcess running,
      Definitions definitions) {
    admin = client;
    this.definitions = definitions;
    operator = running;
    objects = new OptionalObjects(admin, own.name());
    shop = PlatformUnderTest.create(admin, own.name(), PlatformUnderTest.MINIMAL);
    shop.awaitPhase(Phase.Ready);
  }

  @Test
  void isToldOnceItIsThereAndMissedByNobodyWhenItGoes(AuditLog audit) {
    definitions.install(ThirdParty.PROMETHEUS);

    awaitMonitors("made");
    Quiet quiet = new Quiet(audit, new Controllers(admin, shop.namespace()));
    quiet.await(); // Ready was told before they came
    shop.awaitPhase(Phase.Ready);
    assertThat(names()).contains("order", "gateway", "postgresql", "redis", "kafka", "opensearch");
    Map<String, String> before = objects.versions(ManagedKind.PROMETHEUS);
    assertAnotherPassIsSilent(quiet);
    assertThat(objects.versions(ManagedKind.PROMETHEUS)).isEqualTo(before);

    objects.edit(
        ManagedKind.SERVICE_MONITOR, "order", "{\"spec\": {\"jobLabel\": \"somebody's\"}}");
    Await.until("drift corrected", this::isOurs, operator::log);

    definitions.uninstall(ThirdParty.PROMETHEUS);
    shop.patch("{\"spec\": {\"version\": \"1.0.1\"}}");
    shop.awaitPhase(Phase.Ready);

    definitions.install(ThirdParty.PROMETHEUS);
    Await.until(
        "the same ones made again",
        () -> objects.versions(ManagedKind.PROMETHEUS).keySet().equals(before.keySet()),
        () -> objects.versions(ManagedKind.PROMETHEUS) + "\nwanted " + before);
  }

  @Test
  void tellsWhatIsAskedForByNameUntilItIsThere() {
    admin
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("slack")
                .withNamespace(shop.namespace())
                .endMetadata()
                .withStringData(Map.of("webhook", "https://hooks.example.com/x"))
                .build())
        .create();
    shop.patch(ASKED);
    shop.awaitPhase(Phase.Degraded);
    assertThat(shop.condition("ObservabilityReady").getMessage())
        .contains("spec.observability.alerts", "spec.observability.objectives", "helm install");

    definitions.install(ThirdParty.PROMETHEUS);

    shop.awaitPhase(Phase.Ready);
    assertThat(objects.names(ManagedKind.ALERTMANAGER_CONFIG)).containsExactly("shop");
    assertThat(objects.names(ManagedKind.PROMETHEUS_RULE)).containsExactly("shop");
    shop.patch("{\"spec\": {\"observability\": null}}");
    Await.until(
        "nobody told any more",
        () -> objects.names(ManagedKind.ALERTMANAGER_CONFIG).isEmpty(),
        operator::log);
    assertThat(objects.names(ManagedKind.PROMETHEUS_RULE)).containsExactly("shop");
  }

  private void awaitMonitors(String what) {
    Await.until(what, () -> names().contains("web") && names().size() > 10, operator::log);
  }

  private List<String> names() {
    return objects.names(ManagedKind.SERVICE_MONITOR);
  }

  private boolean isOurs() {
    return "app.kubernetes.io/instance"
        .equals(objects.get(ManagedKind.SERVICE_MONITOR, "order").<String>get("spec", "jobLabel"));
  }

  private void assertAnotherPassIsSilent(Quiet quiet) {
    long settled = quiet.await();
    double passes = operator.passes();
    shop.patch("{\"metadata\": {\"annotations\": {\"example.com/touched\": \"1\"}}}");
    Await.until("another pass", () -> operator.passes() > passes, operator::log);
    quiet.await();
    assertThat(quiet.since(settled)).isEmpty();
  }
}
