package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Entrance;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
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
      List<String> cidrs = platform.entrance().map(Entrance::sourceCidrs).orElse(List.of());
      rules.add(fromLoadBalancer(cidrs, service.port()));
    }
    platform.networkEntrances().stream()
        .filter(entrance -> entrance.service().equals(service.name()))
        .forEach(entrance -> rules.add(fromLoadBalancer(entrance.sourceCidrs(), entrance.port())));
    if (!service.metricsPath().isEmpty()) {
      rules.add(Metrics.readers(service.managementPort()));
    }
    return rules;
  }

  List<NetworkPolicyEgressRule> egress() {
    return new WaysOut(platform, service.stores(), service.calls(), service.egress()).rules();
  }

  /** Health checks go to the management port. */
  private NetworkPolicyIngressRule fromLoadBalancer(List<String> cidrs, int port) {
    int[] ports = IntStream.of(port, service.managementPort()).distinct().toArray();
    List<NetworkPolicyPeer> nodes = cidrs.stream().map(ServiceTraffic::range).toList();
    return new NetworkPolicyIngressRuleBuilder().withFrom(nodes).withPorts(tcp(ports)).build();
  }

  static NetworkPolicyPeer pods(Map<String, String> selector) {
    return new NetworkPolicyPeerBuilder()
        .withNewPodSelector()
        .withMatchLabels(selector)
        .endPodSelector()
        .build();
  }

  static NetworkPolicyPeer range(String cidr) {
    return new NetworkPolicyPeerBuilder().withNewIpBlock().withCidr(cidr).endIpBlock().build();
  }

  static List<NetworkPolicyPort> tcp(int... ports) {
    return IntStream.of(ports).mapToObj(ServiceTraffic::tcp).toList();
  }

  private static NetworkPolicyPort tcp(int port) {
    return new NetworkPolicyPortBuilder()
        .withPort(new IntOrString(port))
        .withProtocol("TCP")
        .build();
  }
}
