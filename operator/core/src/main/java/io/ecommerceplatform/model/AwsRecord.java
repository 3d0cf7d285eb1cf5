package io.ecommerceplatform.model;

/**
 * A DNS record that leads a host to the load balancer.
 *
 * @param name its name in the resource
 * @param host the name that it answers for
 * @param type {@code A}, {@code AAAA} or {@code CNAME}
 * @param value address or host name of the load balancer
 * @param aliasZoneId hosted zone of that host name, for an alias of Route 53; empty for a plain
 *     record
 */
public record AwsRecord(String name, String host, String type, String value, String aliasZoneId) {

  public boolean isAlias() {
    return !aliasZoneId.isEmpty();
  }
}
