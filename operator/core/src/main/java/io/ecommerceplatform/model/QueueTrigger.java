package io.ecommerceplatform.model;

/**
 * A queue on Kafka whose depth is measured: what its consumers have not read yet.
 *
 * @param bootstrapServers address of the brokers from anywhere in the cluster
 * @param consumerGroup group of its consumers
 * @param topic the one topic that counts; empty for all that the group reads
 * @param target waiting messages per replica
 */
public record QueueTrigger(
    String bootstrapServers, String consumerGroup, String topic, int target) {}
