package io.ecommerceplatform.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The situations that a variable can be tied to. */
public enum EnvCondition {
  @JsonProperty("transport=Kafka")
  TRANSPORT_KAFKA,
  @JsonProperty("transport=SnsSqs")
  TRANSPORT_SNS_SQS,
  /** The bound database is PostgreSQL, MySQL or Aurora. */
  @JsonProperty("engine=SQL")
  ENGINE_SQL,
  @JsonProperty("engine=MongoDB")
  ENGINE_MONGODB,
  @JsonProperty("bound=cache")
  BOUND_CACHE,
  @JsonProperty("bound=table")
  BOUND_TABLE,
  /** Cognito signs customers in, not the user service. */
  @JsonProperty("auth=Cognito")
  AUTH_COGNITO
}
