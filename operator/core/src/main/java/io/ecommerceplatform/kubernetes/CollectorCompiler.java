package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Collector;
import io.ecommerceplatform.model.LogArchive;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.Map;

/** Compiles the OpenTelemetry Collector, and what people read the logs with that it delivers. */
final class CollectorCompiler implements ComponentCompiler {
  private static final String CONFIG = "config";
  private static final String FILE = "collector.yaml";
  private static final int DASHBOARDS_PORT = 5601;

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    platform.observability().collector().ifPresent(c -> compile(platform, c, desired));
    new FluentBitOutput(platform).configMap().ifPresent(desired::add);
  }

  private static void compile(Platform platform, Collector collector, DesiredBuilder desired) {
    ToolObjects objects = new ToolObjects(platform, collector.pod());
    Map<String, String> config = Map.of(FILE, new CollectorConfig(platform, collector).text());
    String configMap = Collector.NAME + "-config-" + Json.hash(config);
    desired.add(
        new ConfigMapBuilder()
            .withMetadata(objects.metadata().owned(configMap))
            .withImmutable(true)
            .withData(config)
            .build());
    Container container =
        objects
            .container()
            .withArgs("--config=/etc/otelcol/" + FILE)
            .withReadinessProbe(health())
            .withLivenessProbe(health())
            .addToVolumeMounts(
                new VolumeMountBuilder().withName(CONFIG).withMountPath("/etc/otelcol").build())
            .build();
    desired.add(objects.deployment(container, List.of(ToolObjects.config(CONFIG, configMap))));
    objects.identity().ifPresent(desired::add);
    desired.add(objects.service(List.of("otlp-grpc", "otlp-http", Metrics.PORT)));
    desired.add(new CollectorPolicy(platform, collector).policy(objects.metadata()));
    collector.logs().ifPresent(logs -> compile(platform, logs, desired));
  }

  private static void compile(Platform platform, LogArchive logs, DesiredBuilder desired) {
    ToolObjects objects = new ToolObjects(platform, logs.dashboards());
    Store store = platform.store(logs.store()).orElseThrow();
    Container container =
        objects
            .container()
            .withEnv(
                EnvVars.value(
                    "OPENSEARCH_HOSTS", "[\"http://%s:%d\"]".formatted(store.name(), store.port())),
                EnvVars.value("DISABLE_SECURITY_DASHBOARDS_PLUGIN", "true"))
            .withReadinessProbe(port())
            .build();
    desired.add(objects.deployment(container, List.of()));
    desired.add(objects.service(List.of("http")));
    desired.add(CollectorPolicy.dashboards(platform, store, objects.metadata()));
  }

  private static Probe health() {
    return new ProbeBuilder()
        .withNewHttpGet()
        .withPath("/")
        .withNewPort("health")
        .endHttpGet()
        .build();
  }

  private static Probe port() {
    return new ProbeBuilder()
        .withFailureThreshold(30)
        .withNewTcpSocket()
        .withNewPort(DASHBOARDS_PORT)
        .endTcpSocket()
        .build();
  }
}
