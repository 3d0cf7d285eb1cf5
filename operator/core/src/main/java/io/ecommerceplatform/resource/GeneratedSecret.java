package io.ecommerceplatform.resource;

import java.util.Map;
import java.util.Set;

/**
 * Credentials that are generated once and never touched again: created with POST, so that a second
 * creation fails instead of changing a password that a store already uses.
 *
 * @param ref the Secret
 * @param labels its labels, owner labels included
 * @param fixed values that are not secret, for example a user name
 * @param generated keys whose random value the applier makes, with their length in characters
 * @param mixed those of them whose value has characters of each sort, as some services demand
 */
public record GeneratedSecret(
    ObjectRef ref,
    Map<String, String> labels,
    Map<String, String> fixed,
    Map<String, Integer> generated,
    Set<String> mixed) {

  public GeneratedSecret {
    labels = Map.copyOf(labels);
    fixed = Map.copyOf(fixed);
    generated = Map.copyOf(generated);
    mixed = Set.copyOf(mixed);
  }

  /** One whose values are letters and digits as they come. */
  public GeneratedSecret(
      ObjectRef ref,
      Map<String, String> labels,
      Map<String, String> fixed,
      Map<String, Integer> generated) {
    this(ref, labels, fixed, generated, Set.of());
  }
}
