package io.ecommerceplatform.catalogue;

/** A topic that the bundled services publish to. */
public record Topic(String name, int partitions, boolean fifo) {}
