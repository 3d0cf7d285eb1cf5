package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.edge.CertificateSource;
import io.ecommerceplatform.api.v1alpha1.edge.CertificateSpec;
import io.ecommerceplatform.api.v1alpha1.edge.DomainSpec;
import io.ecommerceplatform.api.v1alpha1.edge.IssuerKind;
import io.ecommerceplatform.catalogue.HelmChart;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ManagedKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The certificate that cert-manager is asked for. */
record CertificateRules(Resolution resolution, String platform) {

  Optional<IssuedCertificate> certificate() {
    DomainSpec domain = resolution.spec().domain();
    CertificateSpec asked = domain == null ? null : domain.certificate();
    if (asked == null || asked.source() != CertificateSource.CertManager) {
      return Optional.empty();
    }
    checkDefinition();
    // CloudFront checks the name by which it calls the load balancer
    List<String> hosts =
        Stream.of(domain.host(), or(domain.originHost(), domain.host())).distinct().toList();
    return Optional.of(
        new IssuedCertificate(
            platform + "-tls",
            hosts,
            asked.issuer(),
            or(asked.issuerKind(), IssuerKind.ClusterIssuer).name()));
  }

  private void checkDefinition() {
    if (!resolution.facts().serves(ManagedKind.CERTIFICATE)) {
      resolution.report(
          ConditionType.EdgeReady,
          Reason.DefinitionMissing,
          "spec.domain.certificate.source",
          "cert-manager is not installed: there is no %s; type: %s"
              .formatted(ManagedKind.CERTIFICATE.definition(), HelmChart.CERT_MANAGER.install()));
    }
  }
}
