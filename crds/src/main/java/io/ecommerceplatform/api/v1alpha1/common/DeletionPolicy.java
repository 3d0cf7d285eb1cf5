package io.ecommerceplatform.api.v1alpha1.common;

/** What happens to data that leaves the resource. */
public enum DeletionPolicy {
  Delete,
  /** A last snapshot, then delete. */
  Snapshot,
  /** Kept with its tags, and taken over again by a platform of the same name. */
  Retain
}
