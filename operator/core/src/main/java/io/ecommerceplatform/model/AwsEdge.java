package io.ecommerceplatform.model;

import java.util.List;
import java.util.Optional;

/**
 * What a platform has at the edge of AWS.
 *
 * @param certificate what ACM issues; empty when it comes from elsewhere
 * @param hostedZone name of the zone that records are written to; empty for none
 * @param records what leads hosts to the load balancer, once it has an address
 * @param cdn the distribution of CloudFront; empty for none
 */
public record AwsEdge(
    Optional<AwsCertificate> certificate,
    String hostedZone,
    List<AwsRecord> records,
    Optional<AwsCdn> cdn) {

  public AwsEdge {
    records = List.copyOf(records);
  }

  /** True when records of the host belong into the zone. */
  public boolean isInZone(String host) {
    return !hostedZone.isEmpty() && (host.equals(hostedZone) || host.endsWith("." + hostedZone));
  }
}
