package io.ecommerceplatform.model;

import java.util.Map;

/**
 * A Secret that is generated once for the platform itself, for example the key of its tokens.
 *
 * @param name name of the Secret
 * @param keys its keys with the length of their random value in characters
 */
public record PlatformSecret(String name, Map<String, Integer> keys) {

  public PlatformSecret {
    keys = Map.copyOf(keys);
  }
}
