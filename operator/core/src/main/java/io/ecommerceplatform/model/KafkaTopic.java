package io.ecommerceplatform.model;

/**
 * One topic of the in-cluster Kafka.
 *
 * @param name its name
 * @param partitions fewest partitions
 * @param replicationFactor copies of each partition, never more than there are brokers
 * @param retentionHours hours that records are kept; 0 for the broker's own setting
 */
public record KafkaTopic(String name, int partitions, int replicationFactor, int retentionHours) {}
