/** Stores of data: databases, caches, search, Kafka, tables, buckets, file systems. */
package io.ecommerceplatform.api.v1alpha1.store;
