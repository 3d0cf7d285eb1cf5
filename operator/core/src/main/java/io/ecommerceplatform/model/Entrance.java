package io.ecommerceplatform.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The load balancer in front of the exposed services.
 *
 * @param host public host name of the platform; empty for any
 * @param className IngressClass, {@code alb} unless the operator's configuration says otherwise
 * @param annotations settings of the load balancer, by their full annotation names
 * @param sourceCidrs address ranges that its nodes have; empty when nobody said
 */
public record Entrance(
    String host,
    String className,
    SortedMap<String, String> annotations,
    List<String> sourceCidrs) {

  public Entrance {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    sourceCidrs = List.copyOf(sourceCidrs);
  }

  /** True when the load balancer listens with TLS. */
  public boolean isEncrypted() {
    return annotations.getOrDefault("alb.ingress.kubernetes.io/listen-ports", "").contains("HTTPS");
  }
}
