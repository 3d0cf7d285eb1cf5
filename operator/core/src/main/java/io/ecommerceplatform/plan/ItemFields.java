package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The difference between the fields of a wanted item and those of the one that is there, by the
 * rules of its type. A field that nobody wants is not compared: AWS may choose it.
 */
final class ItemFields {
  private final ItemType type;
  private final List<FieldChange> changes = new ArrayList<>();

  private ItemFields(ItemType type) {
    this.type = type;
  }

  static List<FieldChange> changes(ItemType type, ObjectNode wanted, ObjectNode found) {
    ItemFields fields = new ItemFields(type);
    fields.compare("", wanted, found);
    return fields.changes;
  }

  /** Tags that are missing or say something else; those of others stay. */
  static List<FieldChange> tags(Map<String, String> wanted, Map<String, String> found) {
    return wanted.entrySet().stream()
        .filter(tag -> !tag.getValue().equals(found.get(tag.getKey())))
        .sorted(Map.Entry.comparingByKey())
        .map(
            tag ->
                FieldChange.of(
                    "tags[" + tag.getKey() + "]",
                    text(found.get(tag.getKey())),
                    text(tag.getValue())))
        .toList();
  }

  private static JsonNode text(String value) {
    return value == null ? null : TextNode.valueOf(value);
  }

  private void compare(String prefix, JsonNode wanted, JsonNode found) {
    wanted
        .properties()
        .forEach(
            e -> {
              String path = prefix.isEmpty() ? e.getKey() : prefix + "." + e.getKey();
              field(path, e.getValue(), found.path(e.getKey()));
            });
  }

  private void field(String path, JsonNode wanted, JsonNode found) {
    FieldRule rule = type.rules().get(path);
    if (rule == null && wanted instanceof ObjectNode) {
      compare(path, wanted, found);
      return;
    }
    boolean same =
        switch (rule) {
          case null -> equal(wanted, found);
          case REPLACE, LATER, SECRET_VERSION, ORIGIN -> equal(wanted, found);
          case AT_LEAST ->
              found.isNumber() && found.decimalValue().compareTo(wanted.decimalValue()) >= 0;
          case PREFIX -> isPrefix(wanted.asText(), found.asText());
          case JSON -> canonical(parsed(wanted)).equals(canonical(parsed(found)));
          case AMONG -> holds(found, wanted);
          case SET -> canonical(wanted).equals(canonical(found));
          case WHOLE -> canonical(wanted).equals(canonical(found));
          case SECRET, HOW -> true;
        };
    if (!same) {
      FieldChange change = FieldChange.of(path, found.isMissingNode() ? null : found, wanted);
      boolean isFixed = rule == FieldRule.REPLACE || rule == FieldRule.ORIGIN;
      changes.add(isFixed ? change.forcingReplacement() : change);
    }
  }

  private static boolean equal(JsonNode wanted, JsonNode found) {
    return (wanted.isNumber() && found.isNumber())
        ? wanted.decimalValue().compareTo(found.decimalValue()) == 0
        : wanted.equals(found);
  }

  private static boolean holds(JsonNode found, JsonNode wanted) {
    return wanted.valueStream().allMatch(one -> found.valueStream().anyMatch(one::equals));
  }

  private static boolean isPrefix(String wanted, String found) {
    return found.equals(wanted) || found.startsWith(wanted + ".");
  }

  private static JsonNode parsed(JsonNode text) {
    try {
      return text.isTextual() ? Json.parse(text.asText()) : text;
    } catch (IllegalArgumentException e) {
      return text; // no document: whatever it is, it is not what is wanted
    }
  }

  /** In policies a list of one is the same as the one, and lists of texts have no order. */
  private static JsonNode canonical(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode sorted = object.objectNode();
        object
            .propertyStream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(e -> sorted.set(e.getKey(), canonical(e.getValue())));
        yield sorted;
      }
      case ArrayNode array when array.size() == 1 -> canonical(array.get(0));
      case ArrayNode array ->
          array
              .valueStream()
              .map(ItemFields::canonical)
              .sorted(Comparator.comparing(JsonNode::toString))
              .collect(
                  Collectors.collectingAndThen(Collectors.toList(), array.arrayNode()::addAll));
      default -> node.isNumber() ? TextNode.valueOf(node.asText()) : node;
    };
  }
}
