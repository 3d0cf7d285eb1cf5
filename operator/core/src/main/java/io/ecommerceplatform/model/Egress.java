package io.ecommerceplatform.model;

import java.util.List;

/**
 * A destination outside of the platform that a service may reach.
 *
 * @param cidr address range; empty for any destination, inside the cluster too
 * @param ports TCP ports
 */
public record Egress(String cidr, List<Integer> ports) {

  public Egress {
    ports = List.copyOf(ports);
  }
}
