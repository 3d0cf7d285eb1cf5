package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.edge.CdnSpec;
import io.ecommerceplatform.api.v1alpha1.edge.DomainSpec;
import io.ecommerceplatform.api.v1alpha1.edge.EdgeSpec;
import io.ecommerceplatform.api.v1alpha1.edge.FrontendSpec;
import io.ecommerceplatform.api.v1alpha1.edge.PriceClass;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Optional;

/** The distribution of CloudFront: asked for, or implied by the profile. */
record CdnRules(Resolution resolution) {
  private static final CdnSpec NOTHING_SAID = new CdnSpec(null, null, null, null, null);
  private static final String EVERY_API = "/api/*";

  /** Empty without one, and as long as nothing is there to serve. */
  Optional<AwsCdn> cdn(List<WantedService> services) {
    if (!isWanted()) {
      return Optional.empty();
    }
    boolean exposes = services.stream().anyMatch(s -> s.spec().expose() != null);
    String origin = exposes ? origin() : "";
    String bucket = edge().map(EdgeSpec::frontend).map(FrontendSpec::bucket).orElse("");
    if (origin.isEmpty() && (bucket.isEmpty() || exposes)) {
      return Optional.empty(); // the load balancer has no address yet, or there is none
    }
    checkCertificate();
    CdnSpec spec = spec().orElse(NOTHING_SAID);
    return Optional.of(
        new AwsCdn(
            "spec.edge.cdn",
            certificate(),
            origin,
            domain().map(DomainSpec::certificate).isPresent(),
            or(
                edge().map(EdgeSpec::minimumTls).orElse(null),
                resolution.defaults().edge().minimumTls()),
            or(spec.priceClass(), PriceClass.PriceClass_All).name(),
            list(spec.geoAllow()).stream().sorted().toList(),
            list(spec.geoBlock()).stream().sorted().toList(),
            or(spec.apiPath(), EVERY_API),
            list(spec.cachedPaths()),
            bucket,
            servesMissing(services)));
  }

  /** True when a distribution is asked for, whether or not it can be made yet. */
  boolean isWanted() {
    return resolution.spec().aws() != null
        && (spec().isPresent() || resolution.defaults().edge().cdn());
  }

  /** CloudFront takes certificates of one region; there it is that of the load balancer. */
  private Optional<AwsCertificate> certificate() {
    Optional<AwsCertificate> regional = new DomainRules(resolution).certificate();
    String region = resolution.spec().aws().regions().getFirst().name();
    return region.equals(ItemType.GLOBAL_REGION)
        ? regional
        : regional.map(
            other -> {
              List<String> hosts = List.of(other.hosts().getFirst());
              return new AwsCertificate(AwsCertificate.GLOBAL + Json.hash(hosts), hosts);
            });
  }

  private void checkCertificate() {
    boolean lacksOne = new DomainRules(resolution).certificate().isEmpty();
    if (lacksOne && domain().map(DomainSpec::certificate).isPresent()) {
      resolution.report(
          ConditionType.EdgeReady,
          Reason.NotManagedYet,
          "spec.domain.certificate.source",
          "CloudFront gets certificates that ACM issues only, and answers by its own name until then; use source: ACM");
    }
  }

  private String origin() {
    return domain()
        .map(DomainSpec::originHost)
        .or(() -> resolution.outputs().loadBalancer())
        .orElse("");
  }

  /** Pages that the bucket lacks are asked for under the origin's host, which must be a rule. */
  private boolean servesMissing(List<WantedService> services) {
    return domain().map(DomainSpec::originHost).isPresent()
        && services.stream()
            .filter(s -> s.spec().expose() != null)
            .anyMatch(s -> s.spec().expose().path().equals("/"));
  }

  private Optional<CdnSpec> spec() {
    return edge().map(EdgeSpec::cdn);
  }

  private Optional<EdgeSpec> edge() {
    return Optional.ofNullable(resolution.spec().edge());
  }

  private Optional<DomainSpec> domain() {
    return Optional.ofNullable(resolution.spec().domain());
  }
}
