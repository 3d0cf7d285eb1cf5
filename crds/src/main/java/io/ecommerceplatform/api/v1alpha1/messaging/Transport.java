package io.ecommerceplatform.api.v1alpha1.messaging;

/** What carries events. */
public enum Transport {
  Kafka,
  SnsSqs
}
