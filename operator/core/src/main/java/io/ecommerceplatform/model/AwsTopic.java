package io.ecommerceplatform.model;

/**
 * One SNS topic.
 *
 * @param awsName empty for a derived one
 */
public record AwsTopic(String name, String path, String awsName, boolean fifo) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "sns.Topic";
}
