package io.ecommerceplatform.model;

import java.util.Optional;

/**
 * What receives telemetry of the platform and passes it on.
 *
 * @param traces empty when traces go nowhere
 * @param logs empty when logs do not come here
 */
public record Collector(ToolPod pod, Optional<TraceExport> traces, Optional<LogArchive> logs) {
  /** Name of its objects, and of no service or store. */
  public static final String NAME = "otel-collector";

  /** Port of OTLP over HTTP. */
  public static final int PORT = 4318;
}
