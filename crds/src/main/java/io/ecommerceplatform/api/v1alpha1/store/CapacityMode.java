package io.ecommerceplatform.api.v1alpha1.store;

/** How a table is paid. */
public enum CapacityMode {
  OnDemand,
  Provisioned
}
