package io.ecommerceplatform.model;

/**
 * Where the lines of one service go in CloudWatch.
 *
 * @param service whose containers write them
 * @param group name of the log group
 */
public record LogDelivery(String service, String group, String region) {}
