package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.PlatformResolver;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.ItemOutputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of traces and logs, and the way that they take. */
class CollectorCompilerTest {
  private static final String SHOP =
      """
      profile: Economy
      domain: {host: shop.example.com}
      observability: {%s}
      """;
  private static final String TRACING =
      "tracing: {provider: OTLP, endpoint: \"http://tempo.monitoring:4318\", percent: 7}";
  private static final String LOGS = "logs: {store: OpenSearch, retentionDays: 9}";

  @Test
  void withoutTelemetryThereIsNoCollector() {
    assertThat(compiled("").ids()).noneMatch(id -> id.contains("otel-collector"));
  }

  @Test
  void everyTraceComesAndErrorsStay() throws IOException {
    Compiled shop = compiled(TRACING);
    JsonNode config = config(shop);

    assertThat(shop.platform().service("order").orElseThrow().config())
        .containsEntry(
            "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
            "http://otel-collector:4318/v1/traces")
        .containsEntry("MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "1");
    assertThat(config.at("/exporters/otlphttp/endpoint").asText())
        .isEqualTo("http://tempo.monitoring:4318");
    JsonNode policies = config.at("/processors/tail_sampling/policies");
    assertThat(policies.at("/0/status_code/status_codes/0").asText()).isEqualTo("ERROR");
    assertThat(policies.at("/1/probabilistic/sampling_percentage").asInt()).isEqualTo(7);
    assertThat(config.at("/service/pipelines").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("traces");
  }

  @Test
  void anAddressWithAPathIsTakenAsItIs() throws IOException {
    JsonNode config =
        config(
            compiled("tracing: {provider: OTLP, endpoint: \"https://t.example.com/v1/traces\"}"));

    assertThat(config.at("/exporters/otlphttp/traces_endpoint").asText())
        .isEqualTo("https://t.example.com/v1/traces");
  }

  @Test
  void anotherShareIsAnotherConfigurationAndNoOtherService() {
    Compiled seven = compiled(TRACING);
    Compiled eight = compiled(TRACING.replace("percent: 7", "percent: 8"));

    assertThat(eight.object("Deployment/otel-collector"))
        .isNotEqualTo(seven.object("Deployment/otel-collector"));
    assertThat(eight.object("Deployment/order-blue"))
        .isEqualTo(seven.object("Deployment/order-blue"));
  }

  @Test
  void servicesReachTheCollectorAndItReachesTheStoreOfLogs() {
    Compiled shop = compiled(TRACING + ", " + LOGS);

    assertThat(shop.object("NetworkPolicy/order").at("/spec/egress").toString())
        .contains("otel-collector");
    assertThat(shop.object("NetworkPolicy/opensearch").at("/spec/ingress").toString())
        .contains("otel-collector", "opensearch-dashboards");
    assertThat(shop.object("NetworkPolicy/otel-collector").at("/spec/egress").toString())
        .contains("\"opensearch\"", "9200", "4318");
    assertThat(compiled(TRACING).object("NetworkPolicy/opensearch").toString())
        .doesNotContain("otel-collector");
  }

  @Test
  void logsAreKeptForTheirTimeAndFluentBitLearnsWhereTo() throws IOException {
    Compiled shop = compiled(LOGS);

    assertThat(config(shop).at("/exporters/opensearch/logs_index").asText()).isEqualTo("logs-shop");
    assertThat(shop.ids()).anyMatch(id -> id.startsWith("Job/opensearch-setup-"));
    String job =
        shop.ids().stream()
            .filter(id -> id.startsWith("Job/opensearch-setup-"))
            .findFirst()
            .orElseThrow();
    JsonNode env = shop.object(job).at("/spec/template/spec/containers/0/env");
    assertThat(env.toString())
        .contains("{\"name\":\"RETENTION_DAYS\",\"value\":\"9\"}")
        .contains("{\"name\":\"LOGS\",\"value\":\"logs-shop\"}");
    assertThat(shop.object("ConfigMap/shop-fluent-bit").at("/data/shop.yaml").asText())
        .as("the example that the add-on ships")
        .isEqualTo(Files.readString(Path.of("../../deploy/addons/fluent-bit/outputs/shop.yaml")));
    assertThat(shop.ids())
        .contains("Deployment/opensearch-dashboards", "Service/opensearch-dashboards");
  }

  @Test
  void aClusterForLogsAloneIsOneThatNoServiceSearchesIn() throws IOException {
    Compiled shop = compiled(LOGS.replace("retentionDays", "cluster: Own, retentionDays"));

    assertThat(shop.ids()).contains("StatefulSet/opensearch", "StatefulSet/opensearch-logs");
    assertThat(config(shop).at("/exporters/opensearch/http/endpoint").asText())
        .isEqualTo("http://opensearch-logs:9200");
    assertThat(shop.platform().service("search").orElseThrow().stores())
        .contains("opensearch")
        .doesNotContain("opensearch-logs");
    assertThat(shop.ids())
        .anyMatch(id -> id.startsWith("Job/opensearch-logs-setup-"))
        .noneMatch(id -> id.startsWith("Job/opensearch-setup-"));
    assertThat(shop.object("NetworkPolicy/opensearch").toString()).doesNotContain("otel-collector");
  }

  @Test
  void logsWithoutAStoreAreReported() {
    assertThat(
            Resolved.spec(
                    "{profile: Economy, services: [{name: web}],"
                        + " observability: {logs: {store: OpenSearch}}}")
                .findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.ReferenceNotFound);
  }

  @Test
  void tracesForXRaySayWhoseTheyAre() throws IOException {
    Compiled shop = Compiled.of(inAws("iam.Role/otel-collector", Map.of("arn", "arn:aws:iam::1")));
    JsonNode config = config(shop);

    assertThat(config.at("/exporters/awsxray/region").asText()).isEqualTo("eu-west-1");
    assertThat(config.at("/exporters/awsxray/indexed_attributes/0").asText()).isEqualTo("platform");
    assertThat(config.at("/service/pipelines/traces/exporters").toString())
        .isEqualTo("[\"awsxray\"]");
    assertThat(config.at("/service/pipelines/traces/processors").toString())
        .isEqualTo("[\"memory_limiter\",\"tail_sampling\",\"attributes/platform\",\"batch\"]");
    assertThat(config.at("/processors/attributes~1platform/actions/0/value").asText())
        .isEqualTo("shop/shop");
    JsonNode pod = shop.object("Deployment/otel-collector").at("/spec/template");
    assertThat(pod.at("/spec/serviceAccountName").asText()).isEqualTo("otel-collector");
    assertThat(pod.at("/metadata/annotations").toString()).contains("arn:aws:iam::1");
    assertThat(shop.object("ServiceAccount/otel-collector").at("/metadata/annotations").toString())
        .contains("arn:aws:iam::1");
    assertThat(shop.object("NetworkPolicy/otel-collector").at("/spec/egress").toString())
        .contains("443");
  }

  @Test
  void linesGoToTheGroupOfTheirService() throws IOException {
    Compiled shop = Compiled.of(inAws("logs.LogGroup/order", Map.of("name", "/aws/eks/order")));
    JsonNode outputs =
        new YAMLMapper()
            .readTree(shop.object("ConfigMap/shop-fluent-bit").at("/data/shop.yaml").asText())
            .at("/pipeline/outputs");

    assertThat(outputs).hasSize(1);
    assertThat(outputs.at("/0/match").asText()).isEqualTo("kube.shop.*.order");
    assertThat(outputs.at("/0/log_group_name").asText()).isEqualTo("/aws/eks/order");
    assertThat(outputs.at("/0/region").asText()).isEqualTo("eu-west-1");
    assertThat(shop.ids()).noneMatch(id -> id.contains("opensearch"));
  }

  private static Platform inAws(String item, Map<String, String> outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(
            """
            metadata: {name: shop}
            spec:
              profile: Economy
              aws: {identity: default, regions: [{name: eu-west-1}]}
              services: [{name: order}]
              observability:
                tracing: {provider: XRay}
                logs: {store: CloudWatch}
            """),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        new ItemOutputs(Map.of(item, outputs)));
  }

  @Test
  void aServiceOfTheCollectorsNameIsRefused() {
    assertThat(
            Resolved.spec(
                    "{profile: Economy, services:"
                        + " [{name: otel-collector, image: {repository: r, tag: t}, port: 1}]}")
                .findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.Conflict);
  }

  private static Compiled compiled(String observability) {
    return Compiled.spec(SHOP.formatted(observability));
  }

  private static JsonNode config(Compiled shop) throws IOException {
    String id =
        shop.ids().stream()
            .filter(i -> i.startsWith("ConfigMap/otel-collector-config-"))
            .findFirst()
            .orElseThrow();
    return new YAMLMapper().readTree(shop.object(id).at("/data/collector.yaml").asText());
  }
}
