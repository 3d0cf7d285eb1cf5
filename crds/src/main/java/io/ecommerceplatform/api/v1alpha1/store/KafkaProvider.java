package io.ecommerceplatform.api.v1alpha1.store;

/** Who runs Kafka. */
public enum KafkaProvider {
  /** The operator itself, KRaft. */
  StatefulSet,
  /** The Strimzi operator. */
  Strimzi
}
