package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in a field for a value that only a Secret knows. It is read right before the call that
 * needs it, so that neither a plan nor status nor a log ever holds it. No field of a resource can
 * hold its marks.
 *
 * @param secret name of the Secret, in the namespace of the platform
 * @param key key in it
 */
public record SecretReference(String secret, String key) implements Comparable<SecretReference> {
  /** In the place of a key: all of them, as a JSON object. No Secret has such a key. */
  public static final String ALL = "*";

  private static final char OPEN = '\uE002';
  private static final char CLOSE = '\uE003';
  private static final Pattern TEXT = Pattern.compile(OPEN + "([^|]+)\\|([^|]+)" + CLOSE);

  /** The form in which it stands in a field. */
  public String text() {
    return OPEN + secret + "|" + key + CLOSE;
  }

  /** For people. */
  public String shown() {
    return key.equals(ALL)
        ? "all keys of Secret " + secret
        : "key %s of Secret %s".formatted(key, secret);
  }

  /** The Secrets' keys that the fields need. */
  public static Set<SecretReference> in(JsonNode settings) {
    Set<SecretReference> found = new TreeSet<>();
    References.mapped(
        settings,
        text -> {
          TEXT.matcher(text).results().map(SecretReference::of).forEach(found::add);
          return text;
        });
    return found;
  }

  /** The fields with the values in their places. */
  public static ObjectNode resolved(ObjectNode settings, Function<SecretReference, String> values) {
    return (ObjectNode) References.mapped(settings, text -> replaced(text, values));
  }

  /** The text as a plan shows it. */
  static String shown(String text) {
    return replaced(text, reference -> "(" + reference.shown() + ")");
  }

  private static String replaced(String text, Function<SecretReference, String> values) {
    return TEXT.matcher(text).replaceAll(m -> Matcher.quoteReplacement(values.apply(of(m))));
  }

  private static SecretReference of(MatchResult match) {
    return new SecretReference(match.group(1), match.group(2));
  }

  @Override
  public int compareTo(SecretReference other) {
    return text().compareTo(other.text());
  }
}
