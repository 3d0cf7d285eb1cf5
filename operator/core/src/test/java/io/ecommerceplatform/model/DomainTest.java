package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The domain in AWS: its certificate, its records, and what the load balancer sees of them. */
class DomainTest {
  private static final String ARN = "alb.ingress.kubernetes.io/certificate-arn";
  private static final String BALANCER = "k8s-shop-1.eu-west-1.elb.amazonaws.com";

  private static Platform shop(String more, String edge, ItemOutputs outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(
            """
            metadata: {name: shop}
            spec:
              profile: Economy
              aws: {identity: default, regions: [{name: eu-west-1}]}
              domain: {host: shop.example.com, certificate: {source: ACM}%s}
              services: [{name: web, expose: {path: /}}]
              edge: {%s}
            """
                .formatted(more, edge)),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        outputs);
  }

  private static Platform at(String more, String address) {
    return shop(more, "", ItemOutputs.none().with(Optional.of(address)));
  }

  private static AwsEdge edge(Platform platform) {
    return platform.aws().orElseThrow().edge();
  }

  @Test
  void nothingOfTheDomainIsSaidToBeNotManaged() {
    assertThat(shop(", hostedZone: example.com", "", ItemOutputs.none()).findings())
        .filteredOn(finding -> finding.reason() == Reason.NotManagedYet)
        .extracting(Finding::message)
        .noneMatch(text -> text.contains("spec.domain"));
  }

  @Test
  void otherHostsAreAnotherCertificate() {
    AwsCertificate one = edge(shop("", "", ItemOutputs.none())).certificate().orElseThrow();
    AwsCertificate two =
        edge(shop(", originHost: origin.example.com", "", ItemOutputs.none()))
            .certificate()
            .orElseThrow();

    assertThat(one.hosts()).containsExactly("shop.example.com");
    assertThat(two.hosts()).containsExactly("shop.example.com", "origin.example.com");
    assertThat(one.name()).isNotEqualTo(two.name());
  }

  @Test
  void theLoadBalancerGetsACertificateThatIsIssued() {
    String name = edge(shop("", "", ItemOutputs.none())).certificate().orElseThrow().name();
    String id = AwsCertificate.TYPE + "/" + name;
    Platform asked = shop("", "", new ItemOutputs(Map.of(id, Map.of("arn", "arn:c"))));
    Platform issued =
        shop("", "", new ItemOutputs(Map.of(id, Map.of(AwsCertificate.ISSUED, "arn:c"))));

    assertThat(asked.entrance().orElseThrow().annotations()).doesNotContainKey(ARN);
    assertThat(issued.entrance().orElseThrow().annotations()).containsEntry(ARN, "arn:c");
  }

  @Test
  void aLoadBalancerOfAwsGetsAnAlias() {
    assertThat(edge(at(", hostedZone: example.com", BALANCER)).records())
        .containsExactly(
            new AwsRecord("host", "shop.example.com", "A", BALANCER, "Z32O12XQLNTSW2"));
  }

  @Test
  void anotherLoadBalancerGetsAPlainRecord() {
    String zone = ", hostedZone: example.com";

    assertThat(edge(at(zone, "192.0.2.1")).records())
        .containsExactly(new AwsRecord("host", "shop.example.com", "A", "192.0.2.1", ""));
    assertThat(edge(at(zone, "2001:db8::1")).records())
        .containsExactly(new AwsRecord("host", "shop.example.com", "AAAA", "2001:db8::1", ""));
    assertThat(edge(at(zone, "lb.example.org")).records())
        .containsExactly(new AwsRecord("host", "shop.example.com", "CNAME", "lb.example.org", ""));
  }

  @Test
  void noRecordWithoutAnAddressOrOutsideOfTheZone() {
    assertThat(edge(shop(", hostedZone: example.com", "", ItemOutputs.none())).records()).isEmpty();
    assertThat(edge(at("", BALANCER)).records()).isEmpty();
    String elsewhere = ", hostedZone: example.com, originHost: origin.example.org";
    assertThat(edge(at(elsewhere, BALANCER)).records()).isEmpty();
  }

  @Test
  void withAnOriginTheHostIsLeftToCloudFront() {
    String origin = ", hostedZone: example.com, originHost: origin.example.com";

    assertThat(edge(at(origin, BALANCER)).records())
        .extracting(AwsRecord::host)
        .containsExactly("origin.example.com");
  }

  @Test
  void externalDnsLeavesOurRecordsAlone() {
    Platform platform = shop(", hostedZone: example.com", "", ItemOutputs.none());

    assertThat(platform.entrance().orElseThrow().annotations())
        .containsEntry(
            "external-dns.alpha.kubernetes.io/ingress-hostname-source", "annotation-only")
        .doesNotContainKey("external-dns.alpha.kubernetes.io/hostname");
  }

  @Test
  void withoutACertificateOfAcmNoneIsAskedFor() {
    String existing =
        """
        profile: Economy
        aws: {identity: default, regions: [{name: eu-west-1}]}
        domain: {host: shop.example.com, certificate: {source: Existing}}
        services: [{name: web, expose: {path: /}}]
        """;

    assertThat(edge(Resolved.spec(existing)).certificate()).isEmpty();
  }
}
