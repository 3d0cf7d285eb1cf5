package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A field may be called managed only if it makes a difference: each one is set in a resource, and
 * the platform without it must be another platform.
 */
class ManagedFieldsTest {
  private static final String RESOURCES = "/spec/every-managed-field.yaml";

  private final SpecPaths paths = SpecPaths.load();
  private final SpecSchema schema = SpecSchema.load();

  /** A field that is set, by the resource and the JSON pointer in it. */
  private record SetField(JsonNode resource, String pointer) {
    boolean makesADifference() {
      ObjectNode without = resource.deepCopy();
      int last = pointer.lastIndexOf('/');
      ((ObjectNode) without.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
      return !platform(without).equals(platform(resource));
    }

    private static Platform platform(JsonNode resource) {
      return Resolved.resource(resource.toString(), Resolved.CLUSTER);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyManagedFieldMakesADifference() throws IOException {
    Map<String, List<SetField>> set = new TreeMap<>();
    for (JsonNode resource : resources()) {
      collect(resource, "spec", "/spec", resource.path("spec"), set);
    }
    return schema.optionalLeaves().stream()
        .filter(this::isManaged)
        .map(leaf -> dynamicTest(leaf, () -> check(leaf, set.getOrDefault(leaf, List.of()))));
  }

  private static void check(String leaf, List<SetField> fields) {
    assertThat(fields).as("set %s in %s", leaf, RESOURCES).isNotEmpty();
    assertThat(fields)
        .as("nothing follows from %s; move it to notManagedYet in spec/paths.yaml", leaf)
        .anyMatch(SetField::makesADifference);
  }

  private boolean isManaged(String leaf) {
    return paths.at(paths.covering(leaf).orElseThrow()).orElseThrow().part().isEmpty();
  }

  /** The set fields by their path in the schema. */
  private void collect(
      JsonNode resource,
      String path,
      String pointer,
      JsonNode node,
      Map<String, List<SetField>> found) {
    String leaf = node.isArray() ? path + "[]" : path;
    if (schema.leaves().contains(leaf)) {
      found.computeIfAbsent(leaf, p -> new ArrayList<>()).add(new SetField(resource, pointer));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(resource, leaf, pointer + "/" + i, node.get(i), found);
      }
    } else {
      for (Map.Entry<String, JsonNode> e : node.properties()) {
        String child = pointer + "/" + e.getKey();
        collect(resource, path + "." + e.getKey(), child, e.getValue(), found);
      }
    }
  }

  private static List<JsonNode> resources() throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    try (InputStream in = ManagedFieldsTest.class.getResourceAsStream(RESOURCES);
        MappingIterator<JsonNode> documents = yaml.readerFor(JsonNode.class).readValues(in)) {
      return documents.readAll();
    }
  }
}
