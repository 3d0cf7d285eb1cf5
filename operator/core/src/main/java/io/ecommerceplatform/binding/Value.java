package io.ecommerceplatform.binding;

import java.util.Map;

/** One value that a pod may see; what is secret is only ever a reference. */
public sealed interface Value {

  /** In clear. */
  record Plain(String text) implements Value {}

  /** A key of a Secret. */
  record SecretKey(String secret, String key) implements Value {}

  /**
   * A text with secret parts, for example an address with a password.
   *
   * @param text each part stands in it as its name in braces, for example <code>{password}</code>
   * @param parts the parts by their names
   */
  record Composed(String text, Map<String, SecretKey> parts) implements Value {
    public Composed {
      parts = Map.copyOf(parts);
    }
  }
}
