package io.ecommerceplatform.model;

import java.util.Optional;

/**
 * The Kinesis stream of what customers click.
 *
 * @param awsName empty for a derived one
 * @param lake bucket that clicks are kept in; empty when nobody carries them on
 */
public record AwsStream(String path, String awsName, int shards, Optional<String> lake) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "kinesis.Stream";

  /** Type of what carries clicks into the lake. */
  public static final String DELIVERY_TYPE = "firehose.DeliveryStream";

  /** Type of what knows the tables of the lake. */
  public static final String DATABASE_TYPE = "glue.Database";

  /** Type of what knows the columns of the clicks. */
  public static final String TABLE_TYPE = "glue.Table";

  /** Type of what asks about them. */
  public static final String WORK_GROUP_TYPE = "athena.WorkGroup";

  /** Its name in the resource, which has one at most, and of what belongs to it. */
  public static final String NAME = "clickstream";

  /** Name of the role that Firehose takes; no service can have it. */
  public static final String ROLE = "aws_firehose";

  /** The field that asks for the lake. */
  public static final String LAKE_PATH = "spec.analytics.lakeBucket";

  /** Where in the bucket clicks are. */
  public static final String PREFIX = "clicks/";
}
