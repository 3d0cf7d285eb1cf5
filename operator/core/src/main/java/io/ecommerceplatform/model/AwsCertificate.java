package io.ecommerceplatform.model;

import java.util.List;

/**
 * A certificate that ACM issues.
 *
 * @param name its name in the resource: another one for other hosts, so that the new one is there
 *     before the old one goes
 * @param hosts what it is valid for, the host of the platform first
 */
public record AwsCertificate(String name, List<String> hosts) {
  /** Type of the item. */
  public static final String TYPE = "acm.Certificate";

  /** Type of one in the region that CloudFront takes them from. */
  public static final String GLOBAL_TYPE = "acm.GlobalCertificate";

  /** How names of those begin, as both types see each other's in that region. */
  public static final String GLOBAL = "cdn-";

  /** The output that is there once it is issued: its ARN. */
  public static final String ISSUED = "issuedArn";

  /** The field that asks for it. */
  public static final String PATH = "spec.domain.certificate";

  public AwsCertificate {
    hosts = List.copyOf(hosts);
  }
}
