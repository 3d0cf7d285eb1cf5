package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.edge.CertificateSource;
import io.ecommerceplatform.api.v1alpha1.edge.DomainSpec;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The certificate of the domain that ACM issues, and the records of its hosts. */
record DomainRules(Resolution resolution) {
  private static final Pattern IPV4 = Pattern.compile("[0-9]+([.][0-9]+){3}");

  /** Empty when the certificate comes from elsewhere, and without AWS. */
  Optional<AwsCertificate> certificate() {
    return domain()
        .filter(domain -> resolution.spec().aws() != null)
        .filter(domain -> domain.certificate() != null)
        .filter(domain -> domain.certificate().source() == CertificateSource.ACM)
        .map(
            domain -> {
              // CloudFront checks the name by which it calls the load balancer
              List<String> hosts =
                  Stream.of(domain.host(), or(domain.originHost(), domain.host()))
                      .distinct()
                      .toList();
              return new AwsCertificate("domain-" + Json.hash(hosts), hosts);
            });
  }

  /** ARN of the certificate, as soon as a load balancer can take it. */
  Optional<String> issuedArn() {
    return certificate()
        .flatMap(
            certificate ->
                resolution
                    .outputs()
                    .of(AwsCertificate.TYPE, certificate.name(), AwsCertificate.ISSUED));
  }

  /** True when the operator writes the records of the hosts. */
  boolean writesRecords() {
    return !hostedZone().isEmpty();
  }

  String hostedZone() {
    return domain().map(DomainSpec::hostedZone).orElse("");
  }

  AwsEdge edge(List<WantedService> services) {
    Optional<AwsCdn> cdn = new CdnRules(resolution).cdn(services);
    WafRules waf = new WafRules(resolution);
    List<AwsRecord> records =
        resolution.outputs().loadBalancer().stream()
            .flatMap(address -> records(address).stream())
            .toList();
    return new AwsEdge(
        certificate(),
        hostedZone(),
        records,
        cdn,
        waf.webAcls(),
        new AccessLogRules(resolution).areWanted(),
        waf.isLeavingCloudFront(),
        new AccessRules(resolution).isCdnOnly());
  }

  private List<AwsRecord> records(String address) {
    List<AwsRecord> records = new ArrayList<>();
    DomainSpec domain = domain().orElse(null);
    if (domain == null) {
      return records;
    }
    if (domain.originHost() != null) {
      records.add(record("origin", domain.originHost(), address));
    }
    if (!new CdnRules(resolution).isWanted() && domain.originHost() == null) {
      records.add(record("host", domain.host(), address));
    }
    return records;
  }

  private static AwsRecord record(String name, String host, String address) {
    Optional<String> zone = LoadBalancerZones.of(address);
    if (zone.isPresent()) {
      return new AwsRecord(name, host, "A", address, zone.get());
    }
    String type = IPV4.matcher(address).matches() ? "A" : address.contains(":") ? "AAAA" : "CNAME";
    return new AwsRecord(name, host, type, address, "");
  }

  private Optional<DomainSpec> domain() {
    return Optional.ofNullable(resolution.spec().domain());
  }
}
