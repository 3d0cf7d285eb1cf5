package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Collector;
import io.ecommerceplatform.model.LogDelivery;
import io.ecommerceplatform.model.Platform;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Map;
import java.util.Optional;

/**
 * What the Fluent Bit of the cluster's admin has to know to deliver the logs of a platform: it
 * reads files of nodes, which no pod of ours may, so deploy/addons/fluent-bit runs it.
 */
record FluentBitOutput(Platform platform) {
  private static final String APPLICATION = "fluent-bit";
  private static final String OUTPUTS =
      """
      pipeline:
        outputs:
      """;
  private static final String TO_COLLECTOR =
      """
          - name: opentelemetry
            match: kube.%1$s.*
            host: %2$s.%1$s.svc
            port: %3$d
            logs_uri: /v1/logs
            logs_body_key: $log
            logs_body_key_attributes: true
      """;

  /** A container has the name of its service or job. */
  private static final String TO_CLOUDWATCH =
      """
          - name: cloudwatch_logs
            match: kube.%s.*.%s
            region: %s
            log_group_name: %s
            log_stream_prefix: pods.
            log_key: log
            auto_create_group: false
      """;

  /** One file, whose name is unique in the cluster; empty when logs stay where they are. */
  Optional<ConfigMap> configMap() {
    StringBuilder outputs = new StringBuilder();
    platform
        .observability()
        .collector()
        .flatMap(Collector::logs)
        .ifPresent(
            logs ->
                outputs.append(
                    TO_COLLECTOR.formatted(platform.namespace(), Collector.NAME, Collector.PORT)));
    for (LogDelivery delivery : platform.observability().deliveries()) {
      outputs.append(
          TO_CLOUDWATCH.formatted(
              platform.namespace(), delivery.service(), delivery.region(), delivery.group()));
    }
    return outputs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ConfigMapBuilder()
                .withMetadata(metadata().owned(platform.name() + "-fluent-bit"))
                .withData(Map.of(platform.namespace() + ".yaml", OUTPUTS + outputs))
                .build());
  }

  private ObjectMetadata metadata() {
    return new ObjectMetadata(platform, APPLICATION, APPLICATION, "observability");
  }
}
