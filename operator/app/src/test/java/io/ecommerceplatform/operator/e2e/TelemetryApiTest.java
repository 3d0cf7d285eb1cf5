package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The collector and the dashboards of logs, in a namespace that admits restricted pods only. */
@WithOperator
class TelemetryApiTest {
  private static final String ASKED =
      """
      {"spec": {"observability": {
        "tracing": {"provider": "OTLP", "endpoint": "http://tempo.monitoring:4318", "percent": 5},
        "logs": {"store": "OpenSearch", "retentionDays": 9}}}}
      """;

  private PlatformUnderTest shop;

  @BeforeEach
  void start(KubernetesClient admin, TestNamespace own, OperatorProcess operator) {
    admin
        .namespaces()
        .withName(own.name())
        .edit(
            (Namespace namespace) -> {
              namespace
                  .getMetadata()
                  .getLabels()
                  .put("pod-security.kubernetes.io/enforce", "restricted");
              return namespace;
            });
    shop = PlatformUnderTest.create(admin, own.name(), PlatformUnderTest.MINIMAL);
    shop.awaitPhase(Phase.Ready);
  }

  @Test
  void comesChangesAndGoesByItself() {
    Set<String> before = shop.objectNames();
    shop.patch(ASKED);
    shop.awaitPhase(Phase.Ready);
    shop.await("rid of the configurations that no pod reads any more", p -> isSettled());
    assertThat(shop.objectNames())
        .contains("Deployment/otel-collector", "Service/otel-collector")
        .contains("Deployment/opensearch-dashboards", "ConfigMap/shop-fluent-bit")
        .anyMatch(name -> name.startsWith("Job/opensearch-setup-"));
    Map<String, String> asked = versions();

    shop.patch("{\"spec\": {\"observability\": {\"tracing\": {\"percent\": 50}}}}");
    shop.await("changed, and the old configuration gone", p -> changed(asked).size() >= 3);
    shop.awaitPhase(Phase.Ready);
    assertThat(changed(asked))
        .hasSize(3)
        .contains("Deployment/otel-collector")
        .filteredOn(name -> name.startsWith("ConfigMap/otel-collector-config-"))
        .as("the new configuration and the old one")
        .hasSize(2);

    shop.patch("{\"spec\": {\"observability\": null}}");
    shop.await("gone", p -> !shop.objectNames().contains("Deployment/otel-collector"));
    shop.awaitPhase(Phase.Ready);
    shop.await("rid of the configurations that no pod reads any more", p -> isSettled());
    assertThat(withoutHashes(shop.objectNames())).isEqualTo(withoutHashes(before));
  }

  @Test
  void isMissedWhileItsPodsFindNoNode() {
    shop.patch(
        ASKED.replace("\"tracing\"", "\"nodePlacement\": {\"pool\": \"nowhere\"}, \"tracing\""));
    shop.await(
        "told, and the rest is fine",
        p -> has(p, "ObservabilityReady", "False") && has(p, "WorkloadsReady", "True"));
    assertThat(shop.condition("ObservabilityReady").getMessage())
        .contains("Deployment/otel-collector", "Deployment/opensearch-dashboards");

    shop.patch("{\"spec\": {\"observability\": {\"nodePlacement\": null}}}");

    shop.awaitPhase(Phase.Ready);
  }

  /** Every configuration is there once; the one of pods that have just gone stays a while. */
  private boolean isSettled() {
    Set<String> names = shop.objectNames();
    boolean collects = names.contains("Deployment/otel-collector");
    return withoutHashes(names).size() == names.size()
        && collects == withoutHashes(names).contains("ConfigMap/otel-collector-config");
  }

  private static boolean has(ECommercePlatform platform, String condition, String value) {
    return platform.getStatus().conditions().stream()
        .anyMatch(c -> c.getType().equals(condition) && c.getStatus().equals(value));
  }

  private Map<String, String> versions() {
    return shop.objects(o -> o.getMetadata().getResourceVersion());
  }

  /** Objects that were made, changed or removed. */
  private Set<String> changed(Map<String, String> before) {
    Map<String, String> now = versions();
    Set<String> changed = new TreeSet<>();
    Map<String, String> all = new TreeMap<>(before);
    all.putAll(now);
    for (String name : all.keySet()) {
      if (!Objects.equals(before.get(name), now.get(name))) {
        changed.add(name);
      }
    }
    return changed;
  }

  private static Set<String> withoutHashes(Set<String> names) {
    Set<String> plain = new TreeSet<>();
    names.forEach(name -> plain.add(name.replaceAll("-[0-9a-f]{10}$", "")));
    return plain;
  }
}
