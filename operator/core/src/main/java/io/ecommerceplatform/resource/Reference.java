package io.ecommerceplatform.resource;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in a field for what another item says only when it is there, for example its ARN; an edge
 * of the graph of items. No field of a resource can hold its marks.
 *
 * @param item type, region and name of the other item
 * @param output what of it is meant
 */
public record Reference(ObjectRef item, String output) {
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';
  private static final Pattern TEXT =
      Pattern.compile(OPEN + "([^|]+)\\|([^|]+)\\|([^|]+)\\|([^|]+)" + CLOSE);

  /** Outputs of no item: what is known of the account. */
  public static final String ACCOUNT = "account";

  /** The id of the account that the platform's identity leads to. */
  public static Reference accountId(String region) {
    return new Reference(new ObjectRef(ObjectRef.AWS, ACCOUNT, region, ACCOUNT), "id");
  }

  public static Reference to(ItemType type, String region, String name, String output) {
    return new Reference(WantedItem.ref(type, region, name), output);
  }

  /** The form in which it stands in a field. */
  public String text() {
    return OPEN + String.join("|", item.kind(), item.namespace(), item.name(), output) + CLOSE;
  }

  /** For people. */
  public String shown() {
    return item.id() + "." + output;
  }

  /** The text with each reference replaced by what is known; what is not known stays. */
  static String resolve(String text, Function<Reference, Optional<String>> known) {
    return TEXT.matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(known.apply(of(m)).orElse(m.group())));
  }

  /** The text as a plan shows it. */
  static String shown(String text) {
    return TEXT.matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement("(known after apply: " + of(m).shown() + ")"));
  }

  /** The first reference in a text. */
  static Optional<Reference> in(String text) {
    return TEXT.matcher(text).results().findFirst().map(Reference::of);
  }

  private static Reference of(MatchResult match) {
    return new Reference(
        new ObjectRef(ObjectRef.AWS, match.group(1), match.group(2), match.group(3)),
        match.group(4));
  }
}
