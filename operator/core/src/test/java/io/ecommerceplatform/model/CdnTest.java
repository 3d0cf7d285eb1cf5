package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CloudFront: when there is one, and what it leads to. */
class CdnTest {
  private static final String BALANCER = "k8s-shop-1.eu-west-1.elb.amazonaws.com";

  private static Platform shop(String profile, String domain, String edge, String expose) {
    return PlatformResolver.resolve(
        Resolved.parse(
            """
            metadata: {name: shop}
            spec:
              profile: %s
              aws: {identity: default, regions: [{name: eu-west-1}]}
              domain: {host: shop.example.com, hostedZone: example.com%s}
              services: [{name: web%s}]
              edge: {%s}
            """
                .formatted(profile, domain, expose, edge)),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        ItemOutputs.none().with(Optional.of(BALANCER)));
  }

  private static Platform shop(String domain, String edge) {
    return shop("Economy", domain, edge, ", expose: {path: /}");
  }

  private static Optional<AwsCdn> cdn(Platform platform) {
    return platform.aws().orElseThrow().edge().cdn();
  }

  @Test
  void theProfileSaysWhetherThereIsOne() {
    String exposed = ", expose: {path: /}";

    assertThat(cdn(shop("Economy", "", "", exposed))).isEmpty();
    assertThat(cdn(shop("Production", "", "", exposed))).isPresent();
    assertThat(shop("Production", "", "", exposed).findings())
        .filteredOn(finding -> finding.reason() == Reason.NotManagedYet)
        .extracting(Finding::message)
        .noneMatch(text -> text.contains("spec.edge.cdn"));
  }

  @Test
  void whatIsLeftOutIsFilledIn() {
    AwsCdn cdn = cdn(shop("", "cdn: {}")).orElseThrow();

    assertThat(cdn.origin()).isEqualTo(BALANCER);
    assertThat(cdn.encrypted()).isFalse();
    assertThat(cdn.apiPath()).isEqualTo("/api/*");
    assertThat(cdn.priceClass()).isEqualTo("PriceClass_All");
    assertThat(cdn.minimumTls()).isEqualTo("1.2");
    assertThat(cdn.hasBucket()).isFalse();
  }

  @Test
  void theOriginHasANameOfItsOwnWhenTheResourceGivesOne() {
    String origin = ", originHost: origin.example.com, certificate: {source: ACM}";
    AwsCdn cdn = cdn(shop(origin, "cdn: {}, frontend: {bucket: site}")).orElseThrow();

    assertThat(cdn.origin()).isEqualTo("origin.example.com");
    assertThat(cdn.encrypted()).isTrue();
    assertThat(cdn.bucket()).isEqualTo("site");
    assertThat(cdn.servesMissing()).isTrue();
  }

  @Test
  void elsewhereTheCertificateIsAnotherOne() {
    Platform platform = shop(", certificate: {source: ACM}", "cdn: {}");
    AwsCertificate ofCloudFront = cdn(platform).orElseThrow().certificate().orElseThrow();

    assertThat(ofCloudFront.name()).startsWith(AwsCertificate.GLOBAL);
    assertThat(ofCloudFront.hosts()).containsExactly("shop.example.com");
    assertThat(platform.aws().orElseThrow().edge().certificate().orElseThrow().name())
        .doesNotStartWith(AwsCertificate.GLOBAL);
  }

  @Test
  void aCertificateThatAcmDoesNotIssueIsSaidToBeMissing() {
    Platform platform = shop(", certificate: {source: Existing}", "cdn: {}");

    assertThat(cdn(platform).orElseThrow().certificate()).isEmpty();
    assertThat(platform.findings())
        .filteredOn(finding -> finding.path().equals("spec.domain.certificate.source"))
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .contains("use source: ACM");
  }

  @Test
  void thereIsNoneWithoutAnythingToServe() {
    assertThat(cdn(shop("Economy", "", "cdn: {}", ""))).isEmpty();
    assertThat(cdn(shop("Economy", "", "cdn: {}, frontend: {bucket: site}", ""))).isPresent();
  }

  @Test
  void theHostIsNotLedPastCloudFront() {
    assertThat(shop("", "cdn: {}").aws().orElseThrow().edge().records()).isEmpty();
  }
}
