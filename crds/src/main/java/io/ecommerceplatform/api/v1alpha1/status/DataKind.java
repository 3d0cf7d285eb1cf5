package io.ecommerceplatform.api.v1alpha1.status;

/** Kinds of stores. */
public enum DataKind {
  Database,
  Cache,
  Search,
  Kafka,
  Table,
  Bucket,
  SharedFiles,
  Queue,
  Topic
}
