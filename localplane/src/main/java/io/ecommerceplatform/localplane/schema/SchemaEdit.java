package io.ecommerceplatform.localplane.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing that somebody writes into a resource, or takes out of it.
 *
 * @param pointer where
 * @param path the same in the schema, with {@code []} for list items
 * @param value what stands there after it; missing when nothing does
 * @param refused true when the schema itself has no room for it
 */
public record SchemaEdit(String pointer, String path, JsonNode value, boolean refused) {
  private static final int SHOWN = 60;

  static SchemaEdit removal(String pointer, String path, boolean refused) {
    return new SchemaEdit(pointer, path, MissingNode.getInstance(), refused);
  }

  /** The resource after it. */
  public JsonNode in(JsonNode resource) {
    JsonNode copy = resource.deepCopy();
    int slash = pointer.lastIndexOf('/');
    String last = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
    JsonNode parent = copy.at(pointer.substring(0, slash));
    if (parent instanceof ArrayNode list) {
      int index = Integer.parseInt(last);
      if (value.isMissingNode()) {
        list.remove(index);
      } else {
        list.set(index, value);
      }
    } else if (value.isMissingNode()) {
      ((ObjectNode) parent).remove(last);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
    return copy;
  }

  @Override
  public String toString() {
    String text = value.toString();
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    String what = value.isMissingNode() ? "removed" : "= " + shown;
    return pointer + " " + what + (refused ? " (refused)" : "");
  }
}
