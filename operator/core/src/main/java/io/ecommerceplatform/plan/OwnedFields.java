package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ListItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Finds what managedFields say is ours although the desired object no longer has it. Without this a
 * variable or an annotation that left the spec would stay for ever, because containment alone never
 * notices it.
 */
final class OwnedFields {
  private static final Set<String> EXEMPT = Set.of("metadata.finalizers");

  private final List<FieldChange> changes = new ArrayList<>();

  private OwnedFields() {}

  static List<FieldChange> noLongerDesired(JsonNode desired, JsonNode live, String manager) {
    OwnedFields search = new OwnedFields();
    StreamSupport.stream(live.at("/metadata/managedFields").spliterator(), false)
        .filter(entry -> manager.equals(entry.path("manager").asText()))
        .filter(entry -> "Apply".equals(entry.path("operation").asText()))
        .filter(entry -> entry.path("subresource").asText().isEmpty())
        .forEach(entry -> search.walk("", entry.path("fieldsV1"), desired, live));
    return search.changes;
  }

  private void walk(String path, JsonNode fields, JsonNode desired, JsonNode live) {
    for (Map.Entry<String, JsonNode> entry : fields.properties()) {
      String key = entry.getKey();
      if (key.startsWith("f:")) {
        String name = key.substring(2);
        String child = path.isEmpty() ? name : path + "." + name;
        step(child, entry.getValue(), desired.path(name), live.path(name));
      } else if (key.startsWith("k:")) {
        JsonNode wanted = Json.parse(key.substring(2));
        List<String> keys = new ArrayList<>();
        wanted.fieldNames().forEachRemaining(keys::add);
        String child = path + "[" + ListItem.label(wanted, keys) + "]";
        step(
            child,
            entry.getValue(),
            ListItem.find(desired, wanted, keys),
            ListItem.find(live, wanted, keys));
      }
    }
  }

  private void step(String path, JsonNode fields, JsonNode desired, JsonNode live) {
    if (EXEMPT.contains(path) || live.isMissingNode()) {
      return;
    }
    if (desired.isMissingNode()) {
      changes.add(FieldChange.of(path, live, null));
    } else {
      walk(path, fields, desired, live);
    }
  }
}
