package io.ecommerceplatform.model;

/**
 * Files that the pods of a service or job see, and may only read.
 *
 * @param configMap what has them
 * @param path where they are seen
 */
public record FileMount(String configMap, String path) {}
