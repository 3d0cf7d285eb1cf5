package io.ecommerceplatform.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of store that a service can need. */
public enum StoreKind {
  @JsonProperty("database")
  DATABASE,
  @JsonProperty("cache")
  CACHE,
  @JsonProperty("table")
  TABLE,
  @JsonProperty("search")
  SEARCH,
  /** The transport of events: Kafka brokers, or SNS and SQS. */
  @JsonProperty("events")
  EVENTS
}
