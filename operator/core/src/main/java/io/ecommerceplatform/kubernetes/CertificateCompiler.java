package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.IssuedCertificate;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.util.Map;

/**
 * Compiles what cert-manager is asked for. The Secret is cert-manager's own: with our labels it
 * would look like one that left the spec.
 */
final class CertificateCompiler implements ComponentCompiler {
  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    platform
        .entrance()
        .flatMap(entrance -> entrance.certificate())
        .ifPresent(certificate -> desired.add(of(platform, certificate)));
  }

  private static GenericKubernetesResource of(Platform platform, IssuedCertificate certificate) {
    ObjectMetadata metadata =
        new ObjectMetadata(platform, platform.name(), platform.name(), "entrance");
    return new GenericKubernetesResourceBuilder()
        .withApiVersion(ManagedKind.CERTIFICATE.apiVersion())
        .withKind(ManagedKind.CERTIFICATE.kind())
        .withMetadata(metadata.owned(platform.name()))
        .addToAdditionalProperties(
            "spec",
            Map.of(
                "secretName",
                certificate.secret(),
                "dnsNames",
                certificate.hosts(),
                "issuerRef",
                Map.of("name", certificate.issuer(), "kind", certificate.issuerKind())))
        .build();
  }
}
