package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.resource.GeneratedSecret;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Makes the content of a Secret whose values nobody chooses.
 *
 * @param random a cryptographically strong source
 */
public record Credentials(RandomGenerator random) {
  // letters and digits only: the value stands in URLs, shell scripts and configuration files
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** The Secret to create; every call makes other values. */
  public Secret make(GeneratedSecret wanted) {
    Map<String, String> data = new TreeMap<>();
    wanted.fixed().forEach((key, value) -> data.put(key, encode(value)));
    wanted.generated().forEach((key, length) -> data.put(key, encode(value(length))));
    return new SecretBuilder()
        .withNewMetadata()
        .withName(wanted.ref().name())
        .withNamespace(wanted.ref().namespace())
        .withLabels(wanted.labels())
        .endMetadata()
        .withType("Opaque")
        .withData(data)
        .build();
  }

  private String value(int length) {
    return random
        .ints(length, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining());
  }

  private static String encode(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }
}
