package io.ecommerceplatform.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one way between typed objects, trees and content hashes, so that all of them agree. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** Writes trees sorted by key, for hashes alone: elsewhere a tree keeps its order. */
  private static final JsonMapper SORTING =
      MAPPER.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private Json() {}

  /** The tree of a record, a model object or a map; fields that are null are left out. */
  public static ObjectNode tree(Object value) {
    return withoutNulls(MAPPER.valueToTree(value));
  }

  /** The typed form of a tree. */
  public static <T> T typed(JsonNode tree, Class<T> type) {
    return MAPPER.convertValue(tree, type);
  }

  /** One line of JSON. */
  public static String text(JsonNode tree) {
    return tree.toString();
  }

  /** An object tree from one line of JSON; used for the keys inside managedFields. */
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + text, e);
    }
  }

  /** String values of an object field, empty when the field is absent. */
  public static Map<String, String> strings(JsonNode parent, String field) {
    Map<String, String> values = new LinkedHashMap<>();
    parent.path(field).properties().forEach(e -> values.put(e.getKey(), e.getValue().asText()));
    return values;
  }

  /**
   * First ten hexadecimal digits of SHA-256 over the content; the order of map keys is no part of
   * it.
   */
  public static String hash(Object content) {
    try {
      JsonNode tree = content instanceof JsonNode node ? node : MAPPER.valueToTree(content);
      byte[] canonical = SORTING.writeValueAsBytes(tree); // as UTF-8
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical);
      return HexFormat.of().formatHex(digest).substring(0, 10);
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot hash " + content.getClass(), e);
    }
  }

  private static ObjectNode withoutNulls(ObjectNode node) {
    node.properties().removeIf(e -> e.getValue().isNull());
    node.properties().forEach(e -> prune(e.getValue()));
    return node;
  }

  private static void prune(JsonNode node) {
    if (node instanceof ObjectNode object) {
      withoutNulls(object);
    } else if (node.isArray()) {
      node.forEach(Json::prune);
    }
  }
}
