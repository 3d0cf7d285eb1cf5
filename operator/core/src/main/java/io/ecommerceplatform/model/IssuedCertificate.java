package io.ecommerceplatform.model;

import java.util.List;

/**
 * A certificate that cert-manager issues for the entrance.
 *
 * @param secret name of the Secret that cert-manager keeps it in
 * @param hosts what it is valid for, the host of the platform first
 * @param issuer name of the issuer
 * @param issuerKind {@code Issuer} or {@code ClusterIssuer}
 */
public record IssuedCertificate(
    String secret, List<String> hosts, String issuer, String issuerKind) {

  public IssuedCertificate {
    hosts = List.copyOf(hosts);
  }
}
