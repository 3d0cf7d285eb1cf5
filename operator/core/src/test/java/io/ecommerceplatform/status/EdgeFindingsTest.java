package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.rollout.Intent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EdgeFindingsTest {
  private static final String ADDRESS = "{loadBalancer: {ingress: [{hostname: lb.example.com}]}}";
  private static final String SPEC =
      """
      profile: Economy
      services: [{name: user}, {name: web, expose: {path: /}}]
      domain: {host: shop.example.com, certificate: {source: CertManager, issuer: ca}}
      edge: {networkLoadBalancer: {services: [{name: user, port: 9000}]}}
      """;

  private final List<LiveObject> objects = new ArrayList<>();
  private ClusterFacts cluster = Resolved.CLUSTER;

  @Test
  void everyLoadBalancerIsWaitedFor() {
    have("Certificate", "shop", "{conditions: [{type: Ready, status: 'True'}]}");
    assertThat(findings())
        .extracting(Finding::text)
        .containsExactly(
            "spec.edge.ingress: Ingress/shop has no address yet; the load balancer controller gives"
                + " it one",
            "spec.edge.networkLoadBalancer.services[user]: Service/user-nlb has no address yet; the"
                + " load balancer controller gives it one");
    have("Ingress", "shop", ADDRESS);
    have("Service", "user-nlb", "{loadBalancer: {}}");
    assertThat(findings()).extracting(Finding::reason).containsExactly(Reason.WaitingForAddress);
    have("Service", "user-nlb", ADDRESS);
    assertThat(findings()).isEmpty();
  }

  @Test
  void aCertificateIsWaitedForInTheWordsOfCertManager() {
    have("Ingress", "shop", ADDRESS);
    have("Service", "user-nlb", ADDRESS);
    assertThat(findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.WaitingForCertificate);
    have(
        "Certificate",
        "shop",
        "{conditions: [{type: Ready, status: 'False', message: no Secret}, {type: Issuing, status:"
            + " 'True', message: asked}]}");
    assertThat(findings().getFirst().text())
        .isEqualTo(
            "spec.domain.certificate: Certificate/shop is not issued by ClusterIssuer ca: asked; see"
                + " kubectl describe certificate shop -n shop");
    have("Certificate", "shop", "{lastFailureTime: '2026-01-01T00:00:00Z', conditions: []}");
    assertThat(findings()).extracting(Finding::reason).containsExactly(Reason.CertificateFailed);
    have(
        "Certificate",
        "shop",
        "{conditions: [{type: Ready, status: 'True', observedGeneration: 1}]}");
    assertThat(findings()).as("of the hosts before").isNotEmpty();
    have(
        "Certificate",
        "shop",
        "{conditions: [{type: Ready, status: 'True', observedGeneration: 2}]}");
    assertThat(findings()).isEmpty();
  }

  @Test
  void whatIsToldAlreadyIsNotToldAgain() {
    have("Service", "user-nlb", ADDRESS);
    cluster = new ClusterFacts(Set.of("gp3"), "gp3", Set.of(), Set.of(), Map.of());
    assertThat(findings()).isEmpty();
    assertThat(Resolved.spec(SPEC, cluster).findings())
        .extracting(Finding::reason)
        .contains(Reason.IngressClassMissing, Reason.DefinitionMissing);
  }

  private List<Finding> findings() {
    Platform platform = Resolved.spec(SPEC, cluster);
    Plan nothing = Plan.of(List.of());
    StatusInput input =
        new StatusInput(
            platform,
            1,
            false,
            Intent.none(),
            Observed.of(objects, List.of(), cluster),
            Desired.nothing(),
            nothing,
            nothing,
            new Outcome(List.of(), List.of()),
            nothing,
            List.of(),
            List.of(),
            Resolved.inputs("spec: {profile: Economy}"),
            List.of(),
            null,
            Instant.EPOCH);
    return new EdgeFindings(input).findings();
  }

  private void have(String kind, String name, String status) {
    objects.removeIf(o -> o.ref().kind().equals(kind));
    Map<String, Object> metadata =
        Map.of(
            "name",
            name,
            "namespace",
            "shop",
            "generation",
            2,
            "labels",
            Resolved.spec(SPEC).owner().labels());
    ObjectNode tree = Json.tree(Map.of("apiVersion", "v1", "kind", kind, "metadata", metadata));
    tree.set("status", Resolved.tree(status));
    objects.add(new LiveObject(tree));
  }
}
