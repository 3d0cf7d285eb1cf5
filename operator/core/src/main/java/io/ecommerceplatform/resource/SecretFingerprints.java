package io.ecommerceplatform.resource;

import java.util.Optional;

/**
 * Content of Secrets without the content: a keyed hash per Secret, so that a pod template can name
 * what it was built from. Empty when the Secret does not exist yet.
 */
@FunctionalInterface
public interface SecretFingerprints {
  Optional<String> of(String secretName);

  /**
   * What proves later that the content is still the same: the hash together with the name of its
   * key, as two hashes under different keys say nothing about each other. Empty for whoever has no
   * key.
   */
  default Optional<SecretProof> proof(String secretName) {
    return Optional.empty();
  }
}
