package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Owner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Computes from the compiled NetworkPolicies which pod can open a connection to which port. */
class ReachabilityTest {
  private static final Compiled MINIMAL =
      Compiled.spec("{profile: Economy, domain: {host: shop.example.com}}");

  @Test
  void connectionsAreExactlyTheEdgesOfTheGraph() {
    Set<String> wanted = new TreeSet<>();
    for (ResolvedService service : MINIMAL.platform().services()) {
      service.stores().forEach(store -> wanted.add(service.name() + " -> " + store));
      service.calls().forEach(callee -> wanted.add(service.name() + " -> " + callee));
    }
    assertThat(wanted).contains("gateway -> order", "order -> postgresql").hasSizeGreaterThan(40);
    assertThat(connections()).isEqualTo(wanted);
  }

  @Test
  void onlyExposedServicesAreReachedFromOutside() {
    Set<String> open = new TreeSet<>();
    pods()
        .forEach(
            (name, labels) -> {
              if (policies(labels).stream()
                  .anyMatch(p -> anyRule(p, "ingress", Map.of(), port(name)))) {
                open.add(name);
              }
            });
    assertThat(open).containsExactly("gateway", "web");
  }

  @Test
  void nobodyReachesTheInternetExceptWhoSaysSo() {
    Set<String> out = new TreeSet<>();
    for (ResolvedService service : MINIMAL.platform().services()) {
      String text = MINIMAL.object("NetworkPolicy/" + service.name()).toString();
      if (text.contains("0.0.0.0/0")) {
        out.add(service.name());
      }
    }
    assertThat(out).containsExactly("notification", "payment");
  }

  @Test
  void everyPodIsClosedByDefault() {
    JsonNode policy = MINIMAL.object("NetworkPolicy/shop-default-deny").path("spec");
    assertThat(policy.has("ingress") || policy.has("egress")).isFalse();
    assertThat(policy.path("policyTypes"))
        .extracting(JsonNode::asText)
        .containsExactly("Ingress", "Egress");
    assertThat(pods().values())
        .allMatch(labels -> matches(policy.path("podSelector"), labels))
        .noneMatch(labels -> policies(labels).isEmpty());
    assertThat(matches(policy.path("podSelector"), Map.of(Owner.PLATFORM, "shop"))).isFalse();
  }

  @Test
  void theCidrsOfTheLoadBalancerCloseTheEntrance() {
    Compiled compiled =
        Compiled.spec(
            """
            profile: Economy
            services: [{name: user, expose: {path: /}}]
            edge: {ingress: {sourceCidrs: [10.1.0.0/16]}}
            """);
    JsonNode rule = compiled.object("NetworkPolicy/user").at("/spec/ingress/0");
    assertThat(rule.at("/from/0/ipBlock/cidr").asText()).isEqualTo("10.1.0.0/16");
    assertThat(rule.path("ports").findValuesAsText("port")).containsExactly("3001", "8081");
  }

  private static Set<String> connections() {
    Set<String> open = new TreeSet<>();
    Map<String, Map<String, String>> pods = pods();
    for (Map.Entry<String, Map<String, String>> from : pods.entrySet()) {
      for (Map.Entry<String, Map<String, String>> to : pods.entrySet()) {
        int port = port(to.getKey());
        boolean out =
            policies(from.getValue()).stream()
                .anyMatch(p -> anyRule(p, "egress", to.getValue(), port));
        boolean in =
            policies(to.getValue()).stream()
                .anyMatch(p -> anyRule(p, "ingress", from.getValue(), port));
        boolean itself = from.getKey().equals(to.getKey());
        if (out && in && !itself) {
          open.add(from.getKey() + " -> " + to.getKey());
        }
      }
    }
    return open;
  }

  /** Labels of one pod of every workload, by the workload's instance. */
  private static Map<String, Map<String, String>> pods() {
    Map<String, Map<String, String>> pods = new LinkedHashMap<>();
    MINIMAL.desired().objects().stream()
        .filter(o -> Set.of("Deployment", "StatefulSet").contains(o.ref().kind()))
        .map(o -> Json.strings(o.json().at("/spec/template/metadata"), "labels"))
        .forEach(labels -> pods.put(labels.get(ObjectMetadata.INSTANCE), labels));
    return pods;
  }

  private static int port(String instance) {
    return MINIMAL
        .platform()
        .service(instance)
        .map(ResolvedService::port)
        .orElseGet(() -> MINIMAL.platform().store(instance).map(Store::port).orElseThrow());
  }

  private static List<JsonNode> policies(Map<String, String> labels) {
    List<JsonNode> selected = new ArrayList<>();
    MINIMAL.desired().objects().stream()
        .filter(o -> o.ref().kind().equals("NetworkPolicy"))
        .map(o -> o.json().path("spec"))
        .filter(spec -> matches(spec.path("podSelector"), labels))
        .forEach(selected::add);
    return selected;
  }

  /** True when a rule lets a peer with these labels pass; a peer outside has none. */
  private static boolean anyRule(
      JsonNode policy, String direction, Map<String, String> peer, int port) {
    JsonNode rules = policy.path(direction);
    for (JsonNode rule : rules) {
      JsonNode peers = rule.path(direction.equals("egress") ? "to" : "from");
      if (isPeer(peers, peer) && isPort(rule.path("ports"), port)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPeer(JsonNode peers, Map<String, String> labels) {
    boolean anybody = peers.isEmpty();
    for (JsonNode peer : peers) {
      boolean inNamespace = peer.has("podSelector") && !peer.has("namespaceSelector");
      anybody |= inNamespace && matches(peer.path("podSelector"), labels);
    }
    return anybody;
  }

  private static boolean isPort(JsonNode ports, int port) {
    return ports.isEmpty() || ports.findValues("port").stream().anyMatch(p -> p.asInt() == port);
  }

  private static boolean matches(JsonNode selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(Json.strings(selector, "matchLabels").entrySet());
  }
}
