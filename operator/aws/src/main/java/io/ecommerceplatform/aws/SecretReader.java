package io.ecommerceplatform.aws;

import io.ecommerceplatform.resource.SecretReference;
import java.util.Optional;

/** Reads one value of a Secret right before AWS is told; nothing keeps it. */
@FunctionalInterface
public interface SecretReader {

  /**
   * All keys as a JSON object for {@link SecretReference#ALL}. Empty when there is no such Secret,
   * or it has no such key.
   */
  Optional<String> read(String namespace, SecretReference reference);
}
