package io.ecommerceplatform.cli.preflight;

/** What is read of a cluster; each part may be forbidden by itself. */
public enum Part {
  NAMESPACE,
  DEFINITIONS,
  OPERATORS,
  LEASES,
  STORAGE_CLASSES,
  INGRESS_CLASSES,
  API_GROUPS,
  NODES,
  QUOTAS
}
