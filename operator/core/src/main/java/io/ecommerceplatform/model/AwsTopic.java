package io.ecommerceplatform.model;

import java.util.List;

/**
 * One SNS topic.
 *
 * @param awsName empty for a derived one
 * @param subscribers people, as {@code protocol:endpoint}; empty for a topic of services
 */
public record AwsTopic(
    String name, String path, String awsName, boolean fifo, List<String> subscribers) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "sns.Topic";

  public AwsTopic {
    subscribers = List.copyOf(subscribers);
  }

  /** One that tells people of alarms. */
  public boolean isForPeople() {
    return !subscribers.isEmpty();
  }
}
