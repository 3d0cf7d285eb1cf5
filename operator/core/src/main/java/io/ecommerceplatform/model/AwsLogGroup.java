package io.ecommerceplatform.model;

/**
 * Where CloudWatch keeps the logs of one service.
 *
 * @param name of the service
 * @param awsName prefix and service; empty for a derived one
 */
public record AwsLogGroup(String name, String path, String awsName, int retentionDays) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "logs.LogGroup";
}
