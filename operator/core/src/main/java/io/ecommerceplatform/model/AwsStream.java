package io.ecommerceplatform.model;

/**
 * The Kinesis stream of what customers click.
 *
 * @param awsName empty for a derived one
 */
public record AwsStream(String path, String awsName, int shards) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "kinesis.Stream";

  /** Its name in the resource, which has one at most. */
  public static final String NAME = "clickstream";
}
