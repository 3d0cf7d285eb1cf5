package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.api.v1alpha1.status.LifecycleStage;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.rollout.Intent;
import io.ecommerceplatform.rollout.ServiceRollout;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands beside the Ingress: network load balancers, a certificate, a second host. */
class EdgeCompilerTest {
  private static final String NLB = "service.beta.kubernetes.io/aws-load-balancer-";
  private static final String BALANCED =
      """
      profile: Economy
      domain: {host: shop.example.com}
      services: [{name: user}, {name: web, expose: {path: /}}]
      edge:
        ingress: {scheme: %s, sourceCidrs: [10.1.0.0/16]}
        networkLoadBalancer: {scheme: internal, services: [{name: user, port: 9000}]}
      """;
  private static final String ISSUED =
      """
      profile: Economy
      services: [{name: web, expose: {path: /}}, {name: user, expose: {path: /users}}]
      domain:
        host: shop.example.com
        originHost: origin.example.com
        certificate: {source: CertManager, issuer: letsencrypt}
      """;

  @Test
  void aNetworkLoadBalancerLeadsToThePodsThemselves() {
    JsonNode service = Compiled.spec(BALANCED.formatted("internal")).object("Service/user-nlb");
    JsonNode spec = service.path("spec");
    assertThat(spec.path("type").asText()).isEqualTo("LoadBalancer");
    assertThat(spec.path("loadBalancerClass").asText()).isEqualTo("service.k8s.aws/nlb");
    assertThat(spec.path("allocateLoadBalancerNodePorts").asBoolean(true)).isFalse();
    assertThat(spec.at("/ports/0/port").asInt()).isEqualTo(9000);
    assertThat(spec.at("/ports/0/targetPort").asInt()).isEqualTo(9000);
    assertThat(Json.strings(service.path("metadata"), "annotations"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                NLB + "nlb-target-type", "ip",
                NLB + "scheme", "internal",
                NLB + "healthcheck-protocol", "http",
                NLB + "healthcheck-port", "8081",
                NLB + "healthcheck-path", "/readyz",
                NLB + "target-group-attributes", "deregistration_delay.timeout_seconds=30"));
  }

  @Test
  void itIsInternalUnlessSomebodySaysOtherwiseAndFollowsTheStableColour() {
    String silent =
        BALANCED.formatted("internal").replace("scheme: internal, services", "services");
    ServiceRollout green =
        new ServiceRollout("user", Color.green, "r", "r", 1, LifecycleStage.Steady, Instant.EPOCH);
    Compiled compiled =
        Compiled.of(Resolved.spec(silent), Compiled.EXISTING, Intent.of(List.of(green)));
    JsonNode service = compiled.object("Service/user-nlb");
    assertThat(Json.strings(service.path("metadata"), "annotations"))
        .containsEntry(NLB + "scheme", "internal");
    assertThat(Json.strings(service.path("spec"), "selector"))
        .containsEntry("ecommerceplatform.io/color", "green");
  }

  @Test
  void aContainerWithoutAPathIsCheckedByItsPort() {
    Compiled compiled =
        Compiled.spec(
            """
            profile: Economy
            services: [{name: raw, port: 7000, image: {repository: example.com/raw, tag: a}}]
            edge: {networkLoadBalancer: {services: [{name: raw, port: 7000}]}}
            """);
    assertThat(Json.strings(compiled.object("Service/raw-nlb").path("metadata"), "annotations"))
        .containsEntry(NLB + "healthcheck-port", "7000")
        .doesNotContainKeys(NLB + "healthcheck-protocol", NLB + "healthcheck-path");
    assertThat(compiled.ids()).noneMatch(id -> id.startsWith("Ingress/"));
  }

  @Test
  void thePolicyLetsTheNodesOfTheLoadBalancerInAsFarAsTheyAreKnown() {
    JsonNode known = rule(Compiled.spec(BALANCED.formatted("internal")));
    assertThat(known.at("/from/0/ipBlock/cidr").asText()).isEqualTo("10.1.0.0/16");
    assertThat(known.path("ports").findValuesAsText("port")).containsExactly("9000", "8081");
    JsonNode unknown = rule(Compiled.spec(BALANCED.formatted("internet-facing")));
    assertThat(unknown.has("from")).isFalse();
    assertThat(unknown.path("ports").findValuesAsText("port")).containsExactly("9000", "8081");
  }

  @Test
  void theOriginsHostHasEveryPathAndIsTheOneThatExternalDnsWrites() {
    JsonNode ingress = Compiled.spec(ISSUED).object("Ingress/shop");
    JsonNode rules = ingress.at("/spec/rules");
    assertThat(rules.findValuesAsText("host"))
        .containsExactly("shop.example.com", "origin.example.com");
    assertThat(rules.at("/1/http")).isEqualTo(rules.at("/0/http"));
    Map<String, String> annotations = Json.strings(ingress.path("metadata"), "annotations");
    for (String prefix :
        Set.of("external-dns.kubernetes.io/", "external-dns.alpha.kubernetes.io/")) {
      assertThat(annotations)
          .containsEntry(prefix + "ingress-hostname-source", "annotation-only")
          .containsEntry(prefix + "hostname", "origin.example.com");
    }
    JsonNode plain =
        Compiled.spec(ISSUED.replace("originHost: origin.example.com", "")).object("Ingress/shop");
    assertThat(plain.at("/spec/rules").size()).isEqualTo(1);
    assertThat(Json.strings(plain.path("metadata"), "annotations").keySet())
        .noneMatch(key -> key.contains("external-dns"));
  }

  @Test
  void certManagerIsAskedForBothHosts() {
    Compiled compiled = Compiled.spec(ISSUED);
    JsonNode spec = compiled.object("Certificate/shop").path("spec");
    assertThat(spec)
        .isEqualTo(
            Json.parse(
                """
                {"secretName": "shop-tls", "dnsNames": ["shop.example.com", "origin.example.com"],
                 "issuerRef": {"name": "letsencrypt", "kind": "ClusterIssuer"}}
                """));
    assertThat(compiled.object("Ingress/shop").at("/spec").has("tls")).isFalse();
    assertThat(Compiled.spec(ISSUED.replace("CertManager, issuer: letsencrypt", "Existing")).ids())
        .noneMatch(id -> id.startsWith("Certificate/"));
  }

  private static JsonNode rule(Compiled compiled) {
    return compiled
        .object("NetworkPolicy/user")
        .at("/spec/ingress")
        .valueStream()
        .filter(rule -> rule.path("ports").findValuesAsText("port").contains("9000"))
        .findFirst()
        .orElseThrow();
  }
}
