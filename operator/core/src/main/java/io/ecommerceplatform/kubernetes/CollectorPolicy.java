package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Collector;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who sends telemetry to the collector, and where it may send it on. */
record CollectorPolicy(Platform platform, Collector collector) {
  /**
   * Label of namespaces whose pods may deliver logs, as {@code metrics} is for who reads metrics.
   */
  private static final Map<String, String> LOG_SENDERS = Map.of("logs", "enabled");

  NetworkPolicy policy(ObjectMetadata metadata) {
    List<NetworkPolicyEgressRule> egress = new ArrayList<>(List.of(StorePolicy.toDns()));
    collector
        .traces()
        .ifPresent(
            traces ->
                egress.add(
                    new NetworkPolicyEgressRuleBuilder().withPorts(tcp(traces.port())).build()));
    List<NetworkPolicyIngressRule> ingress = new ArrayList<>();
    ingress.add(from(List.of(pods(platform.owner().labels())), Collector.PORT));
    collector
        .logs()
        .flatMap(logs -> platform.store(logs.store()))
        .ifPresent(
            store -> {
              egress.add(to(platform, store));
              ingress.add(from(List.of(namespaces()), Collector.PORT));
            });
    ingress.add(Metrics.readers(collector.pod().tool().ports().get(Metrics.PORT)));
    return policy(metadata, ingress, egress);
  }

  /** Nobody in the cluster reaches the dashboards: kubectl port-forward does. */
  static NetworkPolicy dashboards(Platform platform, Store store, ObjectMetadata metadata) {
    return policy(metadata, List.of(), List.of(StorePolicy.toDns(), to(platform, store)));
  }

  private static NetworkPolicy policy(
      ObjectMetadata metadata,
      List<NetworkPolicyIngressRule> ingress,
      List<NetworkPolicyEgressRule> egress) {
    return new NetworkPolicyBuilder()
        .withMetadata(metadata.owned(metadata.instance()))
        .withNewSpec()
        .withNewPodSelector()
        .withMatchLabels(metadata.selector())
        .endPodSelector()
        .withPolicyTypes("Ingress", "Egress")
        .withIngress(ingress)
        .withEgress(egress)
        .endSpec()
        .build();
  }

  private static NetworkPolicyPeer namespaces() {
    return new NetworkPolicyPeerBuilder()
        .withNewNamespaceSelector()
        .withMatchLabels(LOG_SENDERS)
        .endNamespaceSelector()
        .build();
  }

  private static NetworkPolicyIngressRule from(List<NetworkPolicyPeer> peers, int port) {
    return new NetworkPolicyIngressRuleBuilder().withFrom(peers).withPorts(tcp(port)).build();
  }

  private static NetworkPolicyEgressRule to(Platform platform, Store store) {
    StoreComponent component = new StoreComponent(platform, store);
    return new NetworkPolicyEgressRuleBuilder()
        .withTo(pods(component.pods()))
        .withPorts(tcp(component.port()))
        .build();
  }

  static NetworkPolicyPeer pods(Map<String, String> selector) {
    return new NetworkPolicyPeerBuilder()
        .withNewPodSelector()
        .withMatchLabels(selector)
        .endPodSelector()
        .build();
  }

  private static NetworkPolicyPort tcp(int port) {
    return new NetworkPolicyPortBuilder().withNewPort(port).withProtocol("TCP").build();
  }
}
