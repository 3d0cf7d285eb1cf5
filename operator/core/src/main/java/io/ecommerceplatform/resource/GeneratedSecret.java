package io.ecommerceplatform.resource;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Credentials that are generated once, and changed by a rotation alone: created with POST, so that
 * a second creation fails instead of changing a password that a store already uses.
 *
 * @param ref the Secret
 * @param labels its labels, owner labels included
 * @param fixed values that are not secret, for example a user name
 * @param generated keys whose random value the applier makes, with their length in characters
 * @param mixed those of them whose value has characters of each sort, as some services demand
 * @param renewal what takes the place of its content now; empty nearly always
 */
public record GeneratedSecret(
    ObjectRef ref,
    Map<String, String> labels,
    Map<String, String> fixed,
    Map<String, Integer> generated,
    Set<String> mixed,
    @JsonIgnore Optional<Manifest> renewal) {

  public GeneratedSecret {
    labels = Map.copyOf(labels);
    fixed = Map.copyOf(fixed);
    generated = Map.copyOf(generated);
    mixed = Set.copyOf(mixed);
  }

  /** One that keeps what it was made with. */
  public GeneratedSecret(
      ObjectRef ref,
      Map<String, String> labels,
      Map<String, String> fixed,
      Map<String, Integer> generated,
      Set<String> mixed) {
    this(ref, labels, fixed, generated, mixed, Optional.empty());
  }

  /** One whose values are letters and digits as they come. */
  public GeneratedSecret(
      ObjectRef ref,
      Map<String, String> labels,
      Map<String, String> fixed,
      Map<String, Integer> generated) {
    this(ref, labels, fixed, generated, Set.of());
  }

  /** The same, to be given another content. */
  public GeneratedSecret renewedBy(Manifest content) {
    return new GeneratedSecret(ref, labels, fixed, generated, mixed, Optional.of(content));
  }
}
