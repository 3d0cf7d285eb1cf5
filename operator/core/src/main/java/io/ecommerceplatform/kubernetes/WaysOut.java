package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Collector;
import io.ecommerceplatform.model.Egress;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where pods of ours may connect to, beside DNS.
 *
 * @param platform whose pods they are
 * @param stores names of stores
 * @param calls names of services
 * @param egress destinations outside of the platform
 */
record WaysOut(Platform platform, List<String> stores, List<String> calls, List<Egress> egress) {

  List<NetworkPolicyEgressRule> rules() {
    List<NetworkPolicyEgressRule> rules = new ArrayList<>();
    rules.add(StorePolicy.toDns());
    stores.stream()
        .flatMap(name -> platform.store(name).filter(Store::inCluster).stream())
        .map(store -> new StoreComponent(platform, store))
        .forEach(store -> rules.add(to(store.pods(), store.openPorts())));
    stores.stream()
        .flatMap(name -> platform.store(name).filter(Store::isMadeInAws).stream())
        // its addresses move with its instances, so only the port is known
        .forEach(store -> rules.add(outside(new Egress("", List.of(store.port())))));
    calls.stream()
        .flatMap(name -> platform.service(name).stream())
        .forEach(
            callee ->
                rules.add(to(ServiceNames.pods(platform, callee.name()), List.of(callee.port()))));
    platform
        .observability()
        .collector()
        .flatMap(Collector::traces)
        .ifPresent(
            traces ->
                rules.add(to(ToolObjects.pods(platform, Collector.NAME), List.of(Collector.PORT))));
    egress.forEach(destination -> rules.add(outside(destination)));
    return rules;
  }

  private static NetworkPolicyEgressRule to(Map<String, String> selector, List<Integer> ports) {
    return new NetworkPolicyEgressRuleBuilder()
        .withTo(ServiceTraffic.pods(selector))
        .withPorts(ServiceTraffic.tcp(ports.stream().mapToInt(Integer::intValue).toArray()))
        .build();
  }

  static NetworkPolicyEgressRule outside(Egress egress) {
    int[] ports = egress.ports().stream().mapToInt(Integer::intValue).toArray();
    NetworkPolicyEgressRuleBuilder rule =
        new NetworkPolicyEgressRuleBuilder().withPorts(ServiceTraffic.tcp(ports));
    return egress.cidr().isEmpty()
        ? rule.build()
        : rule.withTo(ServiceTraffic.range(egress.cidr())).build();
  }
}
