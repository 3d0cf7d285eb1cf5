package io.ecommerceplatform.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.SecretReference;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of Secrets that one call told AWS. AWS may quote in an error what it refuses, and what
 * is said about an item goes into status, Events and the log.
 */
final class Told {
  private static final String MASK = "***";

  /** Shorter ones are parts of words that mean something else, and no secret. */
  private static final int SHORTEST = 4;

  /** The longest first, as one may be part of another. */
  private final Set<String> values =
      new TreeSet<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(value -> value));

  void add(SecretReference reference, String value) {
    add(value);
    if (reference.key().equals(SecretReference.ALL)) {
      Json.parse(value).forEach(part -> add(part.asText()));
    }
  }

  /** As it is, and as it stands in JSON and in JSON in JSON. */
  private void add(String value) {
    String text = value;
    for (int depth = 0; depth < 3; depth++) {
      if (text.length() >= SHORTEST) {
        values.add(text);
      }
      text = escaped(text);
    }
  }

  private static String escaped(String text) {
    JsonNode node = TextNode.valueOf(text);
    String quoted = node.toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  /** The failure without a word of what was told. */
  ItemFailure without(ItemFailure failure) {
    String message = failure.message();
    for (String value : values) {
      message = message.replace(value, MASK);
    }
    return new ItemFailure(failure.kind(), failure.code(), message, failure.at());
  }
}
