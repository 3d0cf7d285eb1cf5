package io.ecommerceplatform.catalogue;

import java.util.List;

/**
 * A queue that a bundled service consumes; on Kafka the consumer group of that name.
 *
 * @param maxReceiveCount tries before a message goes to the dead-letter queue
 */
public record Queue(String name, List<String> subscribes, boolean fifo, int maxReceiveCount) {
  public Queue {
    subscribes = List.copyOf(subscribes);
  }
}
