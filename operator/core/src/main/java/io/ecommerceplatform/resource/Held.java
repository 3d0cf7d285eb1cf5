package io.ecommerceplatform.resource;

/**
 * An object that is wanted but must not be applied yet. It is not pruned either: waiting for a
 * store must never delete the workload that waits.
 *
 * @param ref the object
 * @param message for a person: what it waits for
 */
public record Held(ObjectRef ref, String message) {}
