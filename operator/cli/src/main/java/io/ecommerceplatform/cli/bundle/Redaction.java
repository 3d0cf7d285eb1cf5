package io.ecommerceplatform.cli.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ecommerceplatform.resource.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text, whoever wrote them there: values that a Secret of the namespace holds,
 * values of variables whose name sounds like a secret, and logins in addresses.
 *
 * @param values what must not be seen, the longest first
 */
public record Redaction(List<String> values) {
  private static final String MASK = "***";
  private static final int SHORTEST = 6; // shorter ones would mask words that mean something else
  private static final Pattern SOUNDS_SECRET =
      Pattern.compile(
          "(?i).*(pass|pwd|secret|token|key|credential|private|salt|signature|dsn|auth|cookie).*");
  private static final Pattern LOGIN = Pattern.compile("(://[^:/\\s@\"']*:)[^@\\s\"']+@");
  private static final Pattern NO_SECRET = Pattern.compile("(?i)user(name)?");
  private static final Set<String> OMITTED =
      Set.of("managedFields", "binaryData", "kubectl.kubernetes.io/last-applied-configuration");

  public static Redaction of(List<JsonNode> secrets) {
    TreeSet<String> values =
        new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    for (JsonNode secret : secrets) {
      for (Map.Entry<String, String> entry : Json.strings(secret, "data").entrySet()) {
        if (!NO_SECRET.matcher(entry.getKey()).matches()) {
          collect(entry.getValue(), values);
        }
      }
    }
    return new Redaction(List.copyOf(values));
  }

  /** The value, its encoded form, and each line of it. */
  private static void collect(String encoded, TreeSet<String> values) {
    String plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    plain.lines().map(String::strip).filter(l -> l.length() >= SHORTEST).forEach(values::add);
    if (plain.strip().length() >= SHORTEST) {
      values.add(plain.strip());
      values.add(encoded);
    }
    inside(plain, values);
  }

  /** A Secret for an image registry is JSON with passwords in it. */
  private static void inside(String plain, TreeSet<String> values) {
    if (!plain.stripLeading().startsWith("{")) {
      return;
    }
    try {
      for (JsonNode parent : Json.parse(plain).findParents("auth")) {
        for (String field : List.of("auth", "password")) {
          String value = parent.path(field).asText();
          if (value.length() >= SHORTEST) {
            values.add(value);
          }
        }
      }
    } catch (IllegalArgumentException e) {
      return; // braces that are no JSON are masked as text
    }
  }

  public String text(String text) {
    String clean = text;
    for (String value : values) {
      clean = clean.replace(value, MASK);
    }
    return LOGIN.matcher(clean).replaceAll("$1" + MASK + "@");
  }

  /** A copy without secrets and without the API server's bookkeeping. */
  public JsonNode tree(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> object(object);
      case ArrayNode list -> {
        ArrayNode copy = list.arrayNode();
        list.forEach(item -> copy.add(tree(item)));
        yield copy;
      }
      case TextNode text -> TextNode.valueOf(text(text.asText()));
      default -> node;
    };
  }

  private JsonNode object(ObjectNode object) {
    ObjectNode copy = object.objectNode();
    boolean named = object.path("name").isTextual() && object.path("value").isTextual();
    boolean secret = named && soundsSecret(object.path("name").asText());
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      if (OMITTED.contains(name)) {
        continue;
      }
      boolean hidden = secret && name.equals("value");
      copy.set(
          name,
          hidden
              ? TextNode.valueOf(MASK)
              : name.equals("data") ? data(field.getValue()) : tree(field.getValue()));
    }
    return copy;
  }

  /** The data of a ConfigMap is variables. */
  private JsonNode data(JsonNode data) {
    if (!(data instanceof ObjectNode variables)) {
      return tree(data);
    }
    ObjectNode copy = variables.objectNode();
    variables
        .properties()
        .forEach(
            e ->
                copy.set(
                    e.getKey(),
                    soundsSecret(e.getKey()) ? TextNode.valueOf(MASK) : tree(e.getValue())));
    return copy;
  }

  private static boolean soundsSecret(String name) {
    return SOUNDS_SECRET.matcher(name).matches();
  }
}
