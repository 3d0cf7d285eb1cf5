package io.ecommerceplatform.model;

/** What a store runs; the in-cluster ones have a compiler, the others are AWS services only. */
public enum Engine {
  PostgreSQL,
  MySQL,
  MongoDB,
  AuroraPostgreSQL,
  AuroraMySQL,
  Redis,
  OpenSearch,
  Kafka
}
