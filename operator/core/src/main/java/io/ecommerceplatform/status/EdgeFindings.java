package io.ecommerceplatform.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Entrance;
import io.ecommerceplatform.model.IssuedCertificate;
import io.ecommerceplatform.model.NetworkEntrance;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ManagedKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the edge still waits for: addresses of load balancers, and a certificate. */
record EdgeFindings(StatusInput input) {

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Platform platform = input.platform();
    boolean lacksClass =
        platform.findings().stream().anyMatch(f -> f.reason() == Reason.IngressClassMissing);
    if (platform.entrance().isPresent() && !lacksClass && Urls.address(input).isEmpty()) {
      findings.add(waiting("Ingress/" + platform.name(), "spec.edge.ingress"));
    }
    for (NetworkEntrance entrance : platform.networkEntrances()) {
      if (Urls.address(input, entrance).isEmpty()) {
        String path = "spec.edge.networkLoadBalancer.services[%s]".formatted(entrance.service());
        findings.add(waiting("Service/" + entrance.name(), path));
      }
    }
    platform
        .entrance()
        .flatMap(Entrance::certificate)
        .flatMap(this::certificate)
        .ifPresent(findings::add);
    return findings;
  }

  private static Finding waiting(String object, String path) {
    return new Finding(
        ConditionType.EdgeReady,
        Reason.WaitingForAddress,
        path,
        object + " has no address yet; the load balancer controller gives it one");
  }

  /** What cert-manager says of it; that its definition is absent is told already. */
  private Optional<Finding> certificate(IssuedCertificate wanted) {
    Platform platform = input.platform();
    if (!input.observed().cluster().serves(ManagedKind.CERTIFICATE)) {
      return Optional.empty();
    }
    Optional<LiveObject> live =
        input.observed().find(ManagedKind.CERTIFICATE.kind(), platform.name(), platform.owner());
    if (live.filter(EdgeFindings::isReady).isPresent()) {
      return Optional.empty();
    }
    boolean failed = live.filter(c -> !c.at("/status/lastFailureTime").isMissingNode()).isPresent();
    String text =
        "Certificate/%s is not issued by %s %s%s; see kubectl describe certificate %s -n %s"
            .formatted(
                platform.name(),
                wanted.issuerKind(),
                wanted.issuer(),
                live.map(EdgeFindings::words).orElse(""),
                platform.name(),
                platform.namespace());
    return Optional.of(
        new Finding(
            ConditionType.EdgeReady,
            failed ? Reason.CertificateFailed : Reason.WaitingForCertificate,
            "spec.domain.certificate",
            text));
  }

  private static boolean isReady(LiveObject certificate) {
    long generation = certificate.at("/metadata/generation").asLong();
    return condition(certificate, "Ready")
        .filter(c -> c.path("status").asText().equals("True"))
        .filter(c -> c.path("observedGeneration").asLong(generation) >= generation)
        .isPresent();
  }

  private static String words(LiveObject certificate) {
    return condition(certificate, "Issuing")
        .or(() -> condition(certificate, "Ready"))
        .map(c -> ": " + c.path("message").asText())
        .orElse("");
  }

  private static Optional<JsonNode> condition(LiveObject certificate, String type) {
    return certificate
        .at("/status/conditions")
        .valueStream()
        .filter(c -> type.equals(c.path("type").asText()))
        .findFirst();
  }
}
