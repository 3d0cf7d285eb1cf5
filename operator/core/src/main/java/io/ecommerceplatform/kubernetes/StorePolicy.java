package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.model.Collector;
import io.ecommerceplatform.model.LogArchive;
import io.ecommerceplatform.model.Platform;
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

/** Who reaches a store, and whom it reaches: its clients, itself, its setup Job, and DNS. */
record StorePolicy(StoreFormation formation) {
  private static final String NODE_LOCAL_DNS = "169.254.20.10/32";

  NetworkPolicy policy() {
    StoreComponent component = formation.component();
    String name = component.store().name();
    var spec =
        new NetworkPolicyBuilder()
            .withMetadata(component.metadata().owned(name))
            .withNewSpec()
            .withNewPodSelector()
            .withMatchLabels(ObjectMetadata.selector(component.platform(), name))
            .endPodSelector()
            .withPolicyTypes("Ingress", "Egress")
            .addToIngress(itself())
            .addToEgress(toItself(), toDns());
    List<NetworkPolicyPeer> clients = clients();
    if (!clients.isEmpty()) {
      spec.addToIngress(from(clients));
    }
    if (component.platform().observability().logsIn(name).isPresent()) {
      spec.addToIngress(logs());
    }
    spec.addToIngress(Metrics.readers(component.runtime().exporter().port()));
    return spec.endSpec().build();
  }

  private NetworkPolicyIngressRule itself() {
    return new NetworkPolicyIngressRuleBuilder().withFrom(own()).build();
  }

  private List<NetworkPolicyPeer> clients() {
    StoreComponent component = formation.component();
    List<NetworkPolicyPeer> peers = new ArrayList<>();
    component.store().clients().forEach(service -> peers.add(peer(component.platform(), service)));
    if (component.store().kind() == StoreKind.EVENTS) {
      QueueScaling.observer(component.platform()).ifPresent(peers::add);
    }
    return peers;
  }

  private NetworkPolicyIngressRule from(List<NetworkPolicyPeer> peers) {
    return new NetworkPolicyIngressRuleBuilder()
        .withFrom(peers)
        .withPorts(
            formation.component().openPorts().stream().map(port -> port(port, null)).toList())
        .build();
  }

  /** Who writes logs into it, and who shows them. */
  private NetworkPolicyIngressRule logs() {
    StoreComponent component = formation.component();
    return new NetworkPolicyIngressRuleBuilder()
        .withFrom(
            CollectorPolicy.pods(ToolObjects.pods(component.platform(), Collector.NAME)),
            CollectorPolicy.pods(ToolObjects.pods(component.platform(), LogArchive.DASHBOARDS)))
        .withPorts(port(component.port(), null))
        .build();
  }

  private NetworkPolicyEgressRule toItself() {
    return new NetworkPolicyEgressRuleBuilder().withTo(own()).build();
  }

  static NetworkPolicyEgressRule toDns() {
    return new NetworkPolicyEgressRuleBuilder()
        .addNewTo()
        .withNewNamespaceSelector()
        .addToMatchLabels("kubernetes.io/metadata.name", "kube-system")
        .endNamespaceSelector()
        .withNewPodSelector()
        .addToMatchLabels("k8s-app", "kube-dns")
        .endPodSelector()
        .endTo()
        .addNewTo()
        .withNewIpBlock()
        .withCidr(NODE_LOCAL_DNS)
        .endIpBlock()
        .endTo()
        .withPorts(port(53, "UDP"), port(53, null))
        .build();
  }

  private NetworkPolicyPeer own() {
    return peer(formation.component().platform(), formation.component().store().name());
  }

  private static NetworkPolicyPeer peer(Platform platform, String instance) {
    return new NetworkPolicyPeerBuilder()
        .withNewPodSelector()
        .withMatchLabels(ObjectMetadata.selector(platform, instance))
        .endPodSelector()
        .build();
  }

  /** TCP is what the API server fills in, so it is not sent. */
  private static NetworkPolicyPort port(int port, String protocol) {
    return new NetworkPolicyPortBuilder().withNewPort(port).withProtocol(protocol).build();
  }
}
