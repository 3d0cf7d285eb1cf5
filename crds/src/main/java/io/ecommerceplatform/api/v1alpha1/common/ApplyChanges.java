package io.ecommerceplatform.api.v1alpha1.common;

/** When a change that interrupts a store is made. */
public enum ApplyChanges {
  Immediately,
  MaintenanceWindow
}
