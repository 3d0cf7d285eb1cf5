package io.ecommerceplatform.catalogue;

/** Requests and the memory limit of one container, as Kubernetes quantities. */
public record PodSize(String cpu, String memory, String memoryLimit) {}
