package io.ecommerceplatform.model;

/**
 * When a database inside the cluster is dumped.
 *
 * @param schedule cron expression in UTC
 * @param retentionDays how long a dump is kept
 */
public record Dumps(String schedule, int retentionDays) {}
