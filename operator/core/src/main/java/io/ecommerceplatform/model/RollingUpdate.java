package io.ecommerceplatform.model;

import io.fabric8.kubernetes.api.model.IntOrString;

/**
 * Bounds of a plain update of a service's pods.
 *
 * @param maxSurge pods above the wanted number, as a number or percent
 * @param maxUnavailable pods that may be missing, as a number or percent
 * @param minReadySeconds time that a new pod is ready before it counts
 * @param progressDeadlineSeconds longest time for new pods to become available
 */
public record RollingUpdate(
    IntOrString maxSurge,
    IntOrString maxUnavailable,
    int minReadySeconds,
    int progressDeadlineSeconds) {}
