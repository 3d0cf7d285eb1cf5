package io.ecommerceplatform.catalogue;

/**
 * How a pod leaves: the load balancer drains it while it still answers, then it stops.
 *
 * @param deregistrationDelaySeconds drain time of a target, at most the preStop sleep
 */
public record Lifecycle(
    int deregistrationDelaySeconds, int preStopSleepSeconds, int terminationGraceSeconds) {}
