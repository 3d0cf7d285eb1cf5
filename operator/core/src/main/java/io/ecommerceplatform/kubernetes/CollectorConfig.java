package io.ecommerceplatform.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.model.AwsTelemetry;
import io.ecommerceplatform.model.Collector;
import io.ecommerceplatform.model.LogArchive;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.model.TraceExport;
import io.ecommerceplatform.resource.Json;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration of the OpenTelemetry Collector. Services send every trace, because whether one
 * has an error is known only at its end: the share that is kept is drawn here.
 */
record CollectorConfig(Platform platform, Collector collector) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .build();
  private static final String MARKED = "attributes/platform";
  private static final Map<String, Object> LIMIT =
      Map.of("check_interval", "1s", "limit_percentage", 80, "spike_limit_percentage", 20);

  String text() {
    try {
      return YAML.writeValueAsString(Json.tree(tree()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> tree() {
    Map<String, Object> processors = new LinkedHashMap<>();
    processors.put("memory_limiter", LIMIT);
    processors.put("batch", Map.of("timeout", "1s"));
    Map<String, Object> exporters = new LinkedHashMap<>();
    Map<String, Object> pipelines = new LinkedHashMap<>();
    collector
        .traces()
        .ifPresent(
            traces -> {
              processors.put("tail_sampling", sampling(traces));
              String exporter = traces.isForXRay() ? "awsxray" : "otlphttp";
              exporters.put(exporter, exporter(traces));
              pipelines.put("traces", pipeline(steps(traces, processors), exporter));
            });
    collector
        .logs()
        .ifPresent(
            logs -> {
              exporters.put("opensearch", exporter(logs));
              pipelines.put("logs", pipeline(List.of("memory_limiter", "batch"), "opensearch"));
            });
    Map<String, Object> protocols =
        Map.of(
            "grpc", Map.of("endpoint", "0.0.0.0:4317"), "http", Map.of("endpoint", "0.0.0.0:4318"));
    return Map.of(
        "receivers", Map.of("otlp", Map.of("protocols", protocols)),
        "processors", processors,
        "exporters", exporters,
        "extensions", Map.of("health_check", Map.of("endpoint", "0.0.0.0:13133")),
        "service",
            Map.of(
                "extensions", List.of("health_check"),
                "telemetry", telemetry(),
                "pipelines", pipelines));
  }

  private List<String> steps(TraceExport traces, Map<String, Object> processors) {
    if (!traces.isForXRay()) {
      return List.of("memory_limiter", "tail_sampling", "batch");
    }
    processors.put(MARKED, marked());
    return List.of("memory_limiter", "tail_sampling", MARKED, "batch");
  }

  private static Map<String, Object> pipeline(List<String> processors, String exporter) {
    return Map.of(
        "receivers", List.of("otlp"), "processors", processors, "exporters", List.of(exporter));
  }

  private static Map<String, Object> sampling(TraceExport traces) {
    return Map.of(
        "decision_wait",
        "10s",
        "policies",
        List.of(
            Map.of(
                "name",
                "errors",
                "type",
                "status_code",
                "status_code",
                Map.of("status_codes", List.of("ERROR"))),
            Map.of(
                "name",
                "share",
                "type",
                "probabilistic",
                "probabilistic",
                Map.of("sampling_percentage", traces.percent()))));
  }

  /** By which the group of X-Ray knows the platform's traces among all of the account. */
  private Map<String, Object> marked() {
    return Map.of(
        "actions",
        List.of(
            Map.of(
                "key",
                AwsTelemetry.ANNOTATION,
                "value",
                AwsTelemetry.mark(platform),
                "action",
                "upsert")));
  }

  /** An address with a path is taken as it is; to one without the exporter adds its own. */
  private static Map<String, Object> exporter(TraceExport traces) {
    if (traces.isForXRay()) {
      return Map.of(
          "region", traces.region(), "indexed_attributes", List.of(AwsTelemetry.ANNOTATION));
    }
    String authority = traces.endpoint().replaceFirst("^https?://", "");
    boolean hasPath = authority.contains("/") && !authority.endsWith("/");
    return Map.of(hasPath ? "traces_endpoint" : "endpoint", traces.endpoint());
  }

  private Map<String, Object> exporter(LogArchive logs) {
    Store store = platform.store(logs.store()).orElseThrow();
    return Map.of(
        "http", Map.of("endpoint", "http://" + store.name() + ":" + store.port()),
        "logs_index", OpenSearchStore.logs(platform));
  }

  private static Map<String, Object> telemetry() {
    Map<String, Object> prometheus = Map.of("host", "0.0.0.0", "port", 8888);
    return Map.of(
        "metrics",
        Map.of(
            "readers",
            List.of(Map.of("pull", Map.of("exporter", Map.of("prometheus", prometheus))))));
  }
}
