package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Collector;
import io.ecommerceplatform.model.Platform;
import java.util.Map;

/**
 * What the Fluent Bit of the cluster's admin has to know to deliver the logs of a platform: it
 * reads files of nodes, which no pod of ours may, so deploy/addons/fluent-bit runs it.
 */
final class FluentBitOutput {
  private static final String OUTPUT =
      """
      pipeline:
        outputs:
          - name: opentelemetry
            match: kube.%1$s.*
            host: %2$s.%1$s.svc
            port: %3$d
            logs_uri: /v1/logs
            logs_body_key: $log
            logs_body_key_attributes: true
      """;

  private FluentBitOutput() {}

  static String name(Platform platform) {
    return platform.name() + "-fluent-bit";
  }

  /** One file, whose name is unique in the cluster. */
  static Map<String, String> data(Platform platform) {
    return Map.of(
        platform.namespace() + ".yaml",
        OUTPUT.formatted(platform.namespace(), Collector.NAME, Collector.PORT));
  }
}
