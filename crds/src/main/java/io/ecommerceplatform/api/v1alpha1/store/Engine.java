package io.ecommerceplatform.api.v1alpha1.store;

/** Database engines. */
public enum Engine {
  PostgreSQL,
  MySQL,
  AuroraPostgreSQL,
  AuroraMySQL,
  /** In the cluster MongoDB, managed DocumentDB. */
  MongoDB
}
