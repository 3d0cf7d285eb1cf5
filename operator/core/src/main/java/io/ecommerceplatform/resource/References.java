package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Replaces the references in the fields of an item. */
public final class References {
  private References() {}

  /** The fields with what is known in the place of references. */
  public static ObjectNode resolved(
      ObjectNode settings, Function<Reference, Optional<String>> known) {
    return (ObjectNode) mapped(settings, text -> Reference.resolve(text, known));
  }

  /** The fields as a plan shows them. */
  public static ObjectNode shown(ObjectNode settings) {
    return (ObjectNode) mapped(settings, text -> SecretReference.shown(Reference.shown(text)));
  }

  /** What is not known yet, for people. */
  public static Set<String> open(JsonNode settings) {
    Set<String> open = new TreeSet<>();
    mapped(
        settings,
        text -> {
          Reference.in(text).ifPresent(reference -> open.add(reference.item().id()));
          return text;
        });
    return open;
  }

  static JsonNode mapped(JsonNode node, UnaryOperator<String> mapping) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = object.objectNode();
        object.properties().forEach(e -> copy.set(e.getKey(), mapped(e.getValue(), mapping)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = array.arrayNode();
        array.forEach(element -> copy.add(mapped(element, mapping)));
        yield copy;
      }
      case TextNode text -> TextNode.valueOf(mapping.apply(text.textValue()));
      default -> node;
    };
  }
}
