package io.ecommerceplatform.resource;

import java.util.Optional;

/**
 * The content of a Secret as it was at some time.
 *
 * @param key name of the key under which it was hashed
 * @param hash keyed hash of the content
 */
public record SecretProof(String key, String hash) {
  private static final String SEPARATOR = ".";

  /** The proof in the form in which it is written down; empty for any other text. */
  public static Optional<SecretProof> parse(String text) {
    int dot = text.indexOf(SEPARATOR);
    return dot < 1
        ? Optional.empty()
        : Optional.of(new SecretProof(text.substring(0, dot), text.substring(dot + 1)));
  }

  /** True when the content is known to be another one; false when nobody can know. */
  public boolean isRefutedBy(SecretProof now) {
    return key.equals(now.key) && !hash.equals(now.hash);
  }

  public String text() {
    return key + SEPARATOR + hash;
  }
}
