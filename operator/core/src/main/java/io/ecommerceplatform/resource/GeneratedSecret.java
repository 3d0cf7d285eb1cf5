package io.ecommerceplatform.resource;

import java.util.Map;

/**
 * Credentials that are generated once and never touched again: created with POST, so that a second
 * creation fails instead of changing a password that a store already uses.
 *
 * @param ref the Secret
 * @param labels its labels, owner labels included
 * @param fixed values that are not secret, for example a user name
 * @param generated keys whose random value the applier makes, with their length in characters
 */
public record GeneratedSecret(
    ObjectRef ref,
    Map<String, String> labels,
    Map<String, String> fixed,
    Map<String, Integer> generated) {

  public GeneratedSecret {
    labels = Map.copyOf(labels);
    fixed = Map.copyOf(fixed);
    generated = Map.copyOf(generated);
  }
}
