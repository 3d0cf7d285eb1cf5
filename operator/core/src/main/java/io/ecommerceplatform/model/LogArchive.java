package io.ecommerceplatform.model;

/**
 * Logs that are kept in an OpenSearch of the platform.
 *
 * @param store its name
 * @param retentionDays when they are deleted
 * @param dashboards what people read them with
 */
public record LogArchive(String store, int retentionDays, ToolPod dashboards) {
  /** Name of the objects of the dashboards, and of no service or store. */
  public static final String DASHBOARDS = "opensearch-dashboards";
}
