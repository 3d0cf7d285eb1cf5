package io.ecommerceplatform.model;

import java.util.List;

/**
 * A queue on Kafka whose depth is measured: what its consumers have not read yet.
 *
 * @param bootstrapServers address of the brokers from anywhere in the cluster
 * @param consumerGroup group of its consumers
 * @param topics what the group reads there
 * @param target waiting messages per replica
 * @param authentication what tells KEDA how to log in; empty where nobody has to
 */
public record QueueTrigger(
    String bootstrapServers,
    String consumerGroup,
    List<String> topics,
    int target,
    String authentication) {

  public QueueTrigger {
    topics = List.copyOf(topics);
  }

  /** The one topic that counts; empty for all that the group reads. */
  public String topic() {
    return topics.size() == 1 ? topics.getFirst() : "";
  }
}
