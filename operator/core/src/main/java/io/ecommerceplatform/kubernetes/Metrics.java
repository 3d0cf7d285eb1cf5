package io.ecommerceplatform.kubernetes;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;

/**
 * Who may read metrics: the pods of namespaces that the admin has labelled so, as for the metrics
 * of the operator itself.
 */
final class Metrics {
  /** Name of the port of everything but services, which have their own. */
  static final String PORT = "metrics";

  private Metrics() {}

  static NetworkPolicyIngressRule readers(int port) {
    return new NetworkPolicyIngressRuleBuilder()
        .addNewFrom()
        .withNewNamespaceSelector()
        .addToMatchLabels("metrics", "enabled")
        .endNamespaceSelector()
        .endFrom()
        .addNewPort()
        .withNewPort(port)
        .withProtocol("TCP")
        .endPort()
        .build();
  }
}
