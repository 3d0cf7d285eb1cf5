package io.ecommerceplatform.model;

import java.util.Map;

/**
 * The load balancer in front of the exposed services.
 *
 * @param host public host name of the platform
 * @param className IngressClass, {@code alb} unless the operator's configuration says otherwise
 * @param annotations settings of the load balancer, by their full annotation names
 */
public record Entrance(String host, String className, Map<String, String> annotations) {}
