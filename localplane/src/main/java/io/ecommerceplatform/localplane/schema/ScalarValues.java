package io.ecommerceplatform.localplane.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values that are worth trying in a field which holds no more than one.
 *
 * @param schema the field's
 */
record ScalarValues(JsonNode schema) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String EITHER = "x-kubernetes-int-or-string";
  private static final int NO_LIMIT = 300;

  /** Texts that mean something to somebody; the patterns of the fields admit the one or other. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "0",
          "1",
          "a",
          "Z",
          "-a",
          "a.b",
          "a/b",
          "/",
          "/b",
          "1Gi",
          "1m",
          "100Ti",
          "0 5 * * *",
          "1.0.0",
          "9",
          "0.0.0.0/0",
          "b.example.com",
          "b@example.com",
          "UTC",
          "tr\u00fc\u00df",
          "a\nb");

  List<JsonNode> otherThan(JsonNode value) {
    Stream<JsonNode> all =
        switch (schema.path("type").asText()) {
          case "integer", "number" -> numbers();
          case "boolean" -> Stream.of(JSON.booleanNode(!value.asBoolean()), JSON.textNode("maybe"));
          default -> texts(value);
        };
    return all.filter(other -> !other.equals(value)).distinct().toList();
  }

  private Stream<JsonNode> numbers() {
    List<JsonNode> found = new ArrayList<>(List.of(JSON.textNode("many"), JSON.numberNode(1)));
    if (schema.has("minimum")) {
      BigDecimal least = schema.path("minimum").decimalValue();
      found.add(number(least));
      found.add(number(least.subtract(BigDecimal.ONE)));
    }
    if (schema.has("maximum")) {
      BigDecimal most = schema.path("maximum").decimalValue();
      found.add(number(most));
      found.add(number(most.add(BigDecimal.ONE)));
    }
    return found.stream();
  }

  private JsonNode number(BigDecimal value) {
    boolean whole = schema.path("type").asText().equals("integer");
    return whole ? JSON.numberNode(value.longValueExact()) : JSON.numberNode(value.doubleValue());
  }

  private Stream<JsonNode> texts(JsonNode value) {
    Stream<String> words =
        schema.has("enum")
            ? Stream.concat(
                schema.path("enum").valueStream().map(JsonNode::asText), Stream.of("Else"))
            : Stream.concat(TEXTS.stream(), lengths(value.asText()));
    Stream<JsonNode> wrong = schema.has(EITHER) ? Stream.of() : Stream.of(JSON.numberNode(7));
    return Stream.concat(words.map(JSON::textNode), wrong);
  }

  /** The longest that there may be, and one that is longer, made of what is there. */
  private Stream<String> lengths(String value) {
    int most = schema.path("maxLength").asInt(NO_LIMIT);
    if (value.isEmpty()) {
      return Stream.of();
    }
    String last = value.substring(value.length() - 1);
    return Stream.of(most, most + 1)
        .filter(length -> length > value.length())
        .map(length -> value + last.repeat(length - value.length()));
  }

  /** Whether the schema has room for a value; its rules may refuse it all the same. */
  boolean admits(JsonNode value) {
    return switch (schema.path("type").asText()) {
      case "integer" -> value.isIntegralNumber() && isInBounds(value);
      case "number" -> value.isNumber() && isInBounds(value);
      case "boolean" -> value.isBoolean();
      case "string" -> value.isTextual() && admitsText(value.asText());
      default -> schema.has(EITHER) && admitsText(value.asText());
    };
  }

  private boolean isInBounds(JsonNode value) {
    BigDecimal number = value.decimalValue();
    return (!schema.has("minimum") || number.compareTo(schema.path("minimum").decimalValue()) >= 0)
        && (!schema.has("maximum") || number.compareTo(schema.path("maximum").decimalValue()) <= 0);
  }

  private boolean admitsText(String text) {
    boolean listed =
        !schema.has("enum")
            || schema.path("enum").valueStream().anyMatch(e -> e.asText().equals(text));
    // Java lets a line end stand before $, the API server does not
    String pattern = schema.path("pattern").asText().replace("$", "\\z");
    int length = text.codePointCount(0, text.length());
    return listed
        && length >= schema.path("minLength").asInt(0)
        && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
        && (pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find());
  }
}
