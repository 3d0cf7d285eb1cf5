package io.ecommerceplatform.model;

import java.util.List;

/**
 * A network load balancer in front of one service: a Service has one selector, so each service has
 * its own.
 *
 * @param service name of the service
 * @param port port of the listener and of the container
 * @param scheme {@code internal} or {@code internet-facing}
 * @param sourceCidrs address ranges that its nodes have; empty when nobody said
 */
public record NetworkEntrance(String service, int port, String scheme, List<String> sourceCidrs) {

  public NetworkEntrance {
    sourceCidrs = List.copyOf(sourceCidrs);
  }

  /** Name of the Service that the load balancer controller makes it of. */
  public String name() {
    return name(service);
  }

  static String name(String service) {
    return service + "-nlb";
  }
}
