package io.ecommerceplatform.model;

/**
 * How a service faces the load balancer.
 *
 * @param path path prefix, for example {@code /api/orders}
 * @param stickySeconds duration of target group stickiness; 0 for none
 */
public record Expose(String path, int stickySeconds) {}
