package io.ecommerceplatform.rollout;

/**
 * The wanted revision of one service: a hash over its pod template and configuration.
 *
 * @param service name of the service
 * @param hash content hash; empty while something that the pod needs is not known yet
 */
public record Revision(String service, String hash) {
  /** Pod template label and Deployment label that carry the hash. */
  public static final String LABEL = "ecommerceplatform.io/revision";

  /** Label that carries the colour. */
  public static final String COLOR = "ecommerceplatform.io/color";

  public boolean isKnown() {
    return !hash.isEmpty();
  }
}
