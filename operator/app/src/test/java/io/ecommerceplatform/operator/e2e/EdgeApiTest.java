package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.Definitions;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.localplane.toolchain.ThirdParty;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.operator.process.WithOperator;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edge on a real API server; the test takes the part of cert-manager. */
@WithOperator
class EdgeApiTest {
  private static final String SHOP =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "1.0.0"
        services: [{name: web, expose: {path: /}}]
        domain:
          host: shop.example.com
          originHost: origin.example.com
          certificate: {source: CertManager, issuer: letsencrypt}
        edge: {networkLoadBalancer: {services: [{name: web, port: 3000}]}}
      """;

  private KubernetesClient admin;
  private OperatorProcess operator;
  private PlatformUnderTest shop;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, OperatorProcess running) {
    admin = client;
    operator = running;
    shop = PlatformUnderTest.create(client, own.name(), SHOP);
  }

  @Test
  void aCertificateIsAskedForOnceCertManagerIsThereAndKeptAsItIs(Definitions definitions) {
    told("there is no certificates.cert-manager.io");
    assertThat(edge()).contains("helm install cert-manager");

    definitions.install(ThirdParty.CERT_MANAGER);

    told("Certificate/shop is not issued by ClusterIssuer letsencrypt");
    says(
        "{\"conditions\": [{\"type\": \"Ready\", \"status\": \"False\", \"reason\": \"x\","
            + " \"message\": \"no such issuer\"}]}");
    told("no such issuer");
    says("{\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\", \"reason\": \"x\"}]}");
    shop.await("issued", p -> !edge().contains("Certificate/shop"));
    assertThat(edge()).contains("ACM has for the host");

    certificate().patch(merge(), "{\"spec\": {\"dnsNames\": [\"other.example.com\"]}}");
    Await.until(
        "hosts put back",
        () -> hosts().equals(List.of("shop.example.com", "origin.example.com")),
        operator::log);

    shop.resource().delete();
    Await.until("gone", () -> shop.resource().get() == null, operator::log);
    assertThat(certificate().get()).isNull();
  }

  @Test
  void aNetworkLoadBalancerComesAndGoesAlone() {
    var balancer = admin.services().inNamespace(shop.namespace()).withName("web-nlb");
    Await.until("made", () -> balancer.get() != null, operator::log);
    assertThat(balancer.get().getSpec().getPorts().getFirst().getNodePort()).isNull();
    shop.await("addresses", p -> !edge().isEmpty() && !edge().contains("has no address yet"));
    Map<String, String> before = shop.versions();

    shop.patch("{\"spec\": {\"edge\": null}}");

    Await.until("gone", () -> balancer.get() == null, operator::log);
    shop.await(
        "told", p -> p.getMetadata().getGeneration().equals(p.getStatus().observedGeneration()));
    Map<String, String> after = shop.versions();
    before.keySet().removeAll(List.of("Service/web-nlb", "NetworkPolicy/web"));
    after.remove("NetworkPolicy/web");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aHostThatLeavesTheDomainLeavesTheIngress() {
    var ingress = admin.network().v1().ingresses().inNamespace(shop.namespace()).withName("shop");
    Await.until("made", () -> ingress.get() != null, operator::log);
    assertThat(ingress.get().getSpec().getRules()).hasSize(2);

    shop.patch("{\"spec\": {\"domain\": null}}");

    Await.until(
        "any host",
        () -> {
          var rules = ingress.get().getSpec().getRules();
          return rules.size() == 1 && rules.getFirst().getHost() == null;
        },
        operator::log);
    assertThat(ingress.get().getMetadata().getAnnotations().keySet())
        .noneMatch(key -> key.contains("external-dns") || key.contains("ssl-"));
  }

  private void told(String text) {
    shop.await(text, p -> edge().contains(text));
  }

  private String edge() {
    return shop.resource().get().getStatus().conditions().stream()
        .filter(c -> c.getType().equals("EdgeReady"))
        .map(Condition::getMessage)
        .findFirst()
        .orElse("");
  }

  private List<String> hosts() {
    return certificate().get().get("spec", "dnsNames");
  }

  /** What cert-manager would write. */
  private void says(String status) {
    certificate().subresource("status").patch(merge(), "{\"status\": %s}".formatted(status));
  }

  private Resource<GenericKubernetesResource> certificate() {
    return admin
        .genericKubernetesResources("cert-manager.io/v1", "Certificate")
        .inNamespace(shop.namespace())
        .withName("shop");
  }

  private static PatchContext merge() {
    return PatchContext.of(PatchType.JSON_MERGE);
  }
}
