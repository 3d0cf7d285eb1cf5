package io.ecommerceplatform.resource;

import java.util.Optional;

/**
 * Content of Secrets without the content: a keyed hash per Secret, so that a pod template can name
 * what it was built from. Empty when the Secret does not exist yet.
 */
@FunctionalInterface
public interface SecretFingerprints {
  Optional<String> of(String secretName);
}
