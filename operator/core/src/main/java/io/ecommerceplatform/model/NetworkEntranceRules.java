package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.edge.EdgeSpec;
import io.ecommerceplatform.api.v1alpha1.edge.IngressSpec;
import io.ecommerceplatform.api.v1alpha1.edge.LoadBalancerScheme;
import io.ecommerceplatform.api.v1alpha1.edge.NlbService;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The network load balancers that the resource asks for. */
record NetworkEntranceRules(Resolution resolution) {

  /** Those of services that exist; the schema refuses the others. */
  List<NetworkEntrance> entrances(List<WantedService> services) {
    if (asked().isEmpty()) {
      return List.of();
    }
    EdgeSpec edge = resolution.spec().edge();
    // what the load balancer controller does by itself, and what nobody regrets
    LoadBalancerScheme scheme =
        or(edge.networkLoadBalancer().scheme(), LoadBalancerScheme.internal);
    List<String> cidrs = cidrs(edge.ingress(), scheme);
    Set<String> names = services.stream().map(WantedService::name).collect(Collectors.toSet());
    return asked().stream()
        .filter(service -> names.contains(service.name()))
        .map(s -> new NetworkEntrance(s.name(), s.port(), scheme.toString(), cidrs))
        .sorted(Comparator.comparing(NetworkEntrance::service))
        .toList();
  }

  /** True when the service is to have one. */
  boolean isAsked(String service) {
    return asked().stream().anyMatch(s -> s.name().equals(service));
  }

  private List<NlbService> asked() {
    EdgeSpec edge = resolution.spec().edge();
    return edge == null || edge.networkLoadBalancer() == null
        ? List.of()
        : edge.networkLoadBalancer().services();
  }

  /** Load balancers of one scheme stand in the same subnets. */
  private static List<String> cidrs(IngressSpec ingress, LoadBalancerScheme scheme) {
    boolean sameSubnets =
        ingress != null && or(ingress.scheme(), LoadBalancerScheme.internetFacing) == scheme;
    return sameSubnets ? list(ingress.sourceCidrs()) : List.of();
  }
}
