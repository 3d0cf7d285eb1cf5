package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.edge.DomainSpec;
import io.ecommerceplatform.api.v1alpha1.edge.EdgeSpec;
import io.ecommerceplatform.api.v1alpha1.edge.IngressSpec;
import io.ecommerceplatform.api.v1alpha1.edge.LoadBalancerScheme;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settings of the load balancer. The names of the annotations and the TLS policies are those of the
 * AWS Load Balancer Controller and of Elastic Load Balancing.
 */
record EntranceRules(Resolution resolution, String platform) {
  private static final String ANNOTATION = "alb.ingress.kubernetes.io/";

  /** The prefix of releases from 0.22 on, and the one before. */
  private static final List<String> EXTERNAL_DNS =
      List.of("external-dns.kubernetes.io/", "external-dns.alpha.kubernetes.io/");

  private static final Map<String, String> TLS_POLICIES =
      Map.of(
          "1.2", "ELBSecurityPolicy-TLS13-1-2-2021-06",
          "1.3", "ELBSecurityPolicy-TLS13-1-3-2021-06");

  /** The load balancer, when a service is exposed. */
  Optional<Entrance> entrance(List<WantedService> services) {
    if (services.stream().allMatch(s -> s.spec().expose() == null)) {
      return Optional.empty();
    }
    String className = resolution.settings().ingressClass();
    checkClass(className);
    IngressSpec ingress = ingress().orElse(null);
    AccessRules access = new AccessRules(resolution);
    return Optional.of(
        new Entrance(
            domain().map(DomainSpec::host).orElse(""),
            domain().map(DomainSpec::originHost).orElse(""),
            className,
            annotations(ingress, access),
            ingress == null ? List.of() : list(ingress.sourceCidrs()),
            new CertificateRules(resolution, platform).certificate(),
            access.obstacle()));
  }

  private TreeMap<String, String> annotations(IngressSpec ingress, AccessRules access) {
    TreeMap<String, String> annotations = new TreeMap<>();
    LoadBalancerScheme scheme = ingress == null ? null : ingress.scheme();
    annotations.put(
        ANNOTATION + "scheme", or(scheme, LoadBalancerScheme.internetFacing).toString());
    annotations.put(ANNOTATION + "target-type", "ip");
    if (ingress != null && ingress.awsName() != null) {
      annotations.put(ANNOTATION + "load-balancer-name", ingress.awsName());
    }
    if (isEncrypted()) {
      // without an ARN the controller finds the certificate by the host of the rules
      new DomainRules(resolution)
          .issuedArn()
          .ifPresent(arn -> annotations.put(ANNOTATION + "certificate-arn", arn));
      annotations.putAll(ports(access.isCdnOnly()));
      annotations.put(ANNOTATION + "ssl-policy", TLS_POLICIES.get(minimumTls()));
    }
    new WafRules(resolution)
        .ofLoadBalancer()
        .ifPresent(arn -> annotations.put(ANNOTATION + "wafv2-acl-arn", arn));
    new AccessLogRules(resolution)
        .attributes()
        .ifPresent(text -> annotations.put(ANNOTATION + "load-balancer-attributes", text));
    annotations.putAll(access.annotations());
    annotations.putAll(forExternalDns());
    return annotations;
  }

  /**
   * CloudFront redirects who comes without TLS, and calls one port: its addresses fill a security
   * group so far that they do not fit into it twice.
   */
  private static Map<String, String> ports(boolean cdnOnly) {
    return cdnOnly
        ? Map.of(ANNOTATION + "listen-ports", "[{\"HTTPS\":443}]")
        : Map.of(
            ANNOTATION + "listen-ports",
            "[{\"HTTP\":80},{\"HTTPS\":443}]",
            ANNOTATION + "ssl-redirect",
            "443");
  }

  /**
   * Else ExternalDNS would lead the host of the shop to the load balancer, past CloudFront, or
   * write the records that the operator writes.
   */
  private Map<String, String> forExternalDns() {
    Map<String, String> records = new TreeMap<>();
    boolean ours = new DomainRules(resolution).writesRecords();
    Optional<String> originHost = domain().map(DomainSpec::originHost);
    for (String prefix : EXTERNAL_DNS) {
      if (ours || originHost.isPresent()) {
        records.put(prefix + "ingress-hostname-source", "annotation-only");
      }
      originHost.filter(host -> !ours).ifPresent(h -> records.put(prefix + "hostname", h));
    }
    return records;
  }

  /** Asking for a certificate is asking for TLS; without the certificate nothing is served. */
  private boolean isEncrypted() {
    return domain().map(DomainSpec::certificate).isPresent();
  }

  private Optional<DomainSpec> domain() {
    return Optional.ofNullable(resolution.spec().domain());
  }

  private String minimumTls() {
    String set = resolution.spec().edge() == null ? null : resolution.spec().edge().minimumTls();
    return or(set, resolution.defaults().edge().minimumTls());
  }

  private Optional<IngressSpec> ingress() {
    return Optional.ofNullable(resolution.spec().edge()).map(EdgeSpec::ingress);
  }

  private void checkClass(String className) {
    if (!resolution.facts().ingressClasses().contains(className)) {
      resolution.report(
          ConditionType.EdgeReady,
          Reason.IngressClassMissing,
          "",
          ("there is no IngressClass %s, so no load balancer appears; install the AWS Load Balancer"
                  + " Controller, or create the IngressClass")
              .formatted(className));
    }
  }
}
