package io.ecommerceplatform.api.v1alpha1.edge;

/** Rule groups that AWS maintains. */
public enum ManagedRule {
  Common,
  SQLi,
  XSS,
  KnownBadInputs,
  IpReputation,
  BotControl
}
