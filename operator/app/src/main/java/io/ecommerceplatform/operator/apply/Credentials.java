package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.resource.GeneratedSecret;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
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
  private static final List<String> SORTS =
      List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", "0123456789");

  private static final String ALPHABET = String.join("", SORTS);

  // what neither URLs nor shells give a meaning to
  private static final String MARK = "-";

  /** The Secret to create; every call makes other values. */
  public Secret make(GeneratedSecret wanted) {
    Map<String, String> data = new TreeMap<>();
    wanted.fixed().forEach((key, value) -> data.put(key, encode(value)));
    wanted
        .generated()
        .forEach(
            (key, length) -> {
              boolean isMixed = wanted.mixed().contains(key);
              data.put(key, encode(isMixed ? mixed(length) : value(length)));
            });
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

  /** One of each sort at the end, so that no value lacks one by chance. */
  private String mixed(int length) {
    String end = MARK + SORTS.stream().map(s -> value(1, s)).collect(Collectors.joining());
    return value(length - end.length()) + end;
  }

  private String value(int length) {
    return value(length, ALPHABET);
  }

  private String value(int length, String characters) {
    return random
        .ints(length, 0, characters.length())
        .mapToObj(i -> String.valueOf(characters.charAt(i)))
        .collect(Collectors.joining());
  }

  static String encode(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }
}
