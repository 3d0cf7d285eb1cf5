package io.ecommerceplatform.model;

import java.util.List;
import java.util.Optional;

/**
 * What a platform has in AWS to be watched by.
 *
 * @param logGroups one for each service; empty when its logs go elsewhere
 * @param tracing true when traces go to X-Ray
 * @param tiers who is told of alarms; empty when there are none
 * @param dashboard name of the dashboard, empty for a derived one; nothing without one
 */
public record AwsTelemetry(
    List<AwsLogGroup> logGroups,
    boolean tracing,
    List<AwsAlertTier> tiers,
    Optional<String> dashboard) {
  /** Type of the item that finds the traces of a platform among all others. */
  public static final String TRACES_TYPE = "xray.Group";

  /** Name of it in the resource. */
  public static final String TRACES = "traces";

  /** The field that asks for it. */
  public static final String TRACING_PATH = "spec.observability.tracing";

  /** Attribute of a span that X-Ray can be asked for. */
  public static final String ANNOTATION = "platform";

  /** What it says of the traces of a platform. */
  public static String mark(Platform platform) {
    return platform.namespace() + "/" + platform.name();
  }

  public AwsTelemetry {
    logGroups = List.copyOf(logGroups);
    tiers = List.copyOf(tiers);
  }
}
