package io.ecommerceplatform.model;

import java.util.OptionalInt;

/**
 * When Velero backs up the namespace of a platform.
 *
 * @param namespace namespace of Velero
 * @param name name of its Schedule; unique over all platforms that share that namespace
 * @param schedule cron expression in UTC
 * @param retentionDays how long a backup is kept; empty for as long as Velero's own default says
 */
public record ClusterBackup(
    String namespace, String name, String schedule, OptionalInt retentionDays) {}
