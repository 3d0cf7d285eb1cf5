package io.ecommerceplatform.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The load balancer in front of the exposed services.
 *
 * @param host public host name of the platform; empty for any
 * @param originHost host name by which CloudFront calls it; empty for none
 * @param className IngressClass, {@code alb} unless the operator's configuration says otherwise
 * @param annotations settings of the load balancer, by their full annotation names
 * @param sourceCidrs address ranges that its nodes have; empty when nobody said
 * @param certificate what cert-manager issues for it; empty when it comes from elsewhere
 * @param obstacle what it must not be made or changed before; empty for nothing
 */
public record Entrance(
    String host,
    String originHost,
    String className,
    SortedMap<String, String> annotations,
    List<String> sourceCidrs,
    Optional<IssuedCertificate> certificate,
    String obstacle) {

  public Entrance {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    sourceCidrs = List.copyOf(sourceCidrs);
  }

  /** The hosts that it answers for; an empty one is any. */
  public List<String> hosts() {
    return originHost.isEmpty() ? List.of(host) : List.of(host, originHost);
  }

  /** True when the load balancer listens with TLS. */
  public boolean isEncrypted() {
    return annotations.getOrDefault("alb.ingress.kubernetes.io/listen-ports", "").contains("HTTPS");
  }
}
