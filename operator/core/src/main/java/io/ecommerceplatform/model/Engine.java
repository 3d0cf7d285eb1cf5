package io.ecommerceplatform.model;

/** What a store runs; the in-cluster ones have a compiler, the others are AWS services only. */
public enum Engine {
  PostgreSQL(5432),
  MySQL(3306),
  MongoDB(27017),
  AuroraPostgreSQL(5432),
  AuroraMySQL(3306),
  Redis(6379),
  OpenSearch(9200),
  Kafka(9092);

  private final int port;

  Engine(int port) {
    this.port = port;
  }

  /** The TCP port that the engine listens on unless it is told otherwise. */
  public int port() {
    return port;
  }

  /** What its clients and its setup take it for. */
  public Engine protocol() {
    return switch (this) {
      case AuroraPostgreSQL -> PostgreSQL;
      case AuroraMySQL -> MySQL;
      case PostgreSQL, MySQL, MongoDB, Redis, OpenSearch, Kafka -> this;
    };
  }

  /** True for what only AWS runs. */
  public boolean isAurora() {
    return this == AuroraPostgreSQL || this == AuroraMySQL;
  }

  /** True for a relational database. */
  public boolean isSql() {
    return switch (this) {
      case PostgreSQL, MySQL, AuroraPostgreSQL, AuroraMySQL -> true;
      case MongoDB, Redis, OpenSearch, Kafka -> false;
    };
  }
}
