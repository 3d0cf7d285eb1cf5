package io.ecommerceplatform.api.v1alpha1.rollout;

/** Synthetic customer journeys. */
public enum Journey {
  login,
  browse,
  cart,
  checkout
}
