package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Egress;
import io.ecommerceplatform.model.Entrance;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.IntOrString;
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
import java.util.stream.IntStream;

/** The traffic that one service may receive and send. */
record ServiceTraffic(Platform platform, ResolvedService service) {
  List<NetworkPolicyIngressRule> ingress() {
    List<NetworkPolicyIngressRule> rules = new ArrayList<>();
    List<NetworkPolicyPeer> callers =
        platform.services().stream()
            .filter(caller -> caller.calls().contains(service.name()))
            .map(caller -> pods(ServiceNames.pods(platform, caller.name())))
            .toList();
    if (!callers.isEmpty()) {
      rules.add(
          new NetworkPolicyIngressRuleBuilder()
              .withFrom(callers)
              .withPorts(tcp(service.port()))
              .build());
    }
    if (service.expose().isPresent()) {
      rules.add(fromLoadBalancer());
    }
    return rules;
  }

  List<NetworkPolicyEgressRule> egress() {
    List<NetworkPolicyEgressRule> rules = new ArrayList<>();
    rules.add(StorePolicy.toDns());
    service.stores().stream()
        .flatMap(name -> platform.store(name).filter(Store::inCluster).stream())
        .map(store -> new StoreComponent(platform, store))
        .forEach(store -> rules.add(to(store.pods(), store.port())));
    service.calls().stream()
        .flatMap(name -> platform.service(name).stream())
        .forEach(
            callee -> rules.add(to(ServiceNames.pods(platform, callee.name()), callee.port())));
    service.egress().forEach(egress -> rules.add(outside(egress)));
    return rules;
  }

  /** Health checks go to the management port. */
  private NetworkPolicyIngressRule fromLoadBalancer() {
    int[] ports = IntStream.of(service.port(), service.managementPort()).distinct().toArray();
    List<NetworkPolicyPeer> nodes =
        platform.entrance().map(Entrance::sourceCidrs).orElse(List.of()).stream()
            .map(ServiceTraffic::range)
            .toList();
    return new NetworkPolicyIngressRuleBuilder().withFrom(nodes).withPorts(tcp(ports)).build();
  }

  private static NetworkPolicyEgressRule to(Map<String, String> selector, int port) {
    return new NetworkPolicyEgressRuleBuilder().withTo(pods(selector)).withPorts(tcp(port)).build();
  }

  private static NetworkPolicyEgressRule outside(Egress egress) {
    int[] ports = egress.ports().stream().mapToInt(Integer::intValue).toArray();
    NetworkPolicyEgressRuleBuilder rule =
        new NetworkPolicyEgressRuleBuilder().withPorts(tcp(ports));
    return egress.cidr().isEmpty() ? rule.build() : rule.withTo(range(egress.cidr())).build();
  }

  private static NetworkPolicyPeer pods(Map<String, String> selector) {
    return new NetworkPolicyPeerBuilder()
        .withNewPodSelector()
        .withMatchLabels(selector)
        .endPodSelector()
        .build();
  }

  private static NetworkPolicyPeer range(String cidr) {
    return new NetworkPolicyPeerBuilder().withNewIpBlock().withCidr(cidr).endIpBlock().build();
  }

  private static List<NetworkPolicyPort> tcp(int... ports) {
    return IntStream.of(ports).mapToObj(ServiceTraffic::tcp).toList();
  }

  private static NetworkPolicyPort tcp(int port) {
    return new NetworkPolicyPortBuilder()
        .withPort(new IntOrString(port))
        .withProtocol("TCP")
        .build();
  }
}
