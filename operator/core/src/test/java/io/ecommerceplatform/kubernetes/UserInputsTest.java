package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.model.SpecSchema;
import io.ecommerceplatform.model.UserInputs;
import io.ecommerceplatform.resource.AppliedPart;
import io.ecommerceplatform.resource.ItemOutputs;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A change by the user must never be taken for one by the operator: whatever field of a resource
 * makes other pods of a service or store, makes other inputs of it too.
 */
class UserInputsTest {
  private static final String RESOURCES = "/spec/every-managed-field.yaml";

  /** Of one workload. */
  private record Pods(String template, String inputs) {}

  @TestFactory
  Stream<DynamicTest> whatChangesPodsChangesInputs() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode resource : resources()) {
      Map<String, Pods> before = pods(resource);
      assertThat(before).isNotEmpty();
      assertThat(pointers(resource)).isNotEmpty();
      for (String pointer : pointers(resource)) {
        tests.add(
            dynamicTest("without " + pointer, () -> compare(before, without(resource, pointer))));
      }
    }
    return tests.stream();
  }

  @Test
  void theOneParameterThatClientsHaveToKnowReachesThem() {
    String of =
        """
        spec:
          profile: Economy
          services: [{name: product, uses: [papers]}]
          databases: [{name: papers, engine: MongoDB, placement: Managed, parameters: {%s}}]
        """;
    assertThat(Resolved.inputs(of.formatted("tls: disabled")).ofService("product"))
        .isNotEqualTo(Resolved.inputs(of.formatted("")).ofService("product"));
    assertThat(Resolved.inputs(of.formatted("ttl_monitor: disabled")).ofService("product"))
        .isEqualTo(Resolved.inputs(of.formatted("")).ofService("product"));
  }

  @Test
  void boundsOfAServiceWithoutDatabaseReachNobodyElse() {
    String of = "spec: {profile: Economy, services: [{name: web%s}, {name: user}]}";
    assertThat(Resolved.inputs(of.formatted(", rollout: {minReadySeconds: 3}")).ofService("web"))
        .isEqualTo(Resolved.inputs(of.formatted("")).ofService("web"));
    assertThat(Resolved.inputs(of.formatted(", port: 4000")).ofService("web"))
        .isNotEqualTo(Resolved.inputs(of.formatted("")).ofService("web"));
    assertThat(Resolved.inputs(of.formatted(", port: 4000")).ofService("user"))
        .isEqualTo(Resolved.inputs(of.formatted("")).ofService("user"));
  }

  @Test
  void whatBecomesOfVolumesAfterwardsReachesNoPod() {
    String of =
        """
        spec:
          profile: Economy
          services: [{name: user}, {name: search}]
          databases: [{name: db, engine: PostgreSQL%1$s}]
          search: {nodes: 1%1$s}
          kafka: {brokers: 1%1$s}
        """;
    Map<String, Pods> kept = pods(tree(of.formatted("")));
    assertThat(kept).containsKeys("StatefulSet/db", "StatefulSet/kafka", "StatefulSet/opensearch");
    assertThat(pods(tree(of.formatted(", deletionPolicy: Delete")))).isEqualTo(kept);
  }

  private static JsonNode tree(String yaml) {
    return Json.tree(Resolved.parse("metadata: {name: shop}\n" + yaml));
  }

  private static void compare(Map<String, Pods> before, JsonNode changed) {
    pods(changed)
        .forEach(
            (id, after) -> {
              Pods was = before.getOrDefault(id, after);
              if (!was.template().equals(after.template())) {
                assertThat(after.inputs()).as(id).isNotEqualTo(was.inputs());
              }
            });
  }

  private static Map<String, Pods> pods(JsonNode resource) {
    var parsed = Resolved.parse(resource.toString());
    UserInputs inputs = UserInputs.of(parsed, Resolved.CLUSTER, ItemOutputs.none());
    Compiled compiled = Compiled.of(Resolved.resource(resource.toString(), Resolved.CLUSTER));
    Map<String, Pods> pods = new TreeMap<>();
    for (Manifest manifest : compiled.desired().objects()) {
      if (AppliedPart.isKnownFor(manifest.ref())) {
        pods.put(
            manifest.ref().id(),
            new Pods(
                AppliedPart.of(manifest).hash(), inputs.ofWorkload(manifest, compiled.platform())));
      }
    }
    return pods;
  }

  /** Every field that holds a value and may be left out. */
  private static List<String> pointers(JsonNode resource) {
    Set<String> optional = SpecSchema.load().optionalLeaves();
    List<String> found = new ArrayList<>();
    collect("/spec", resource.path("spec"), found);
    found.removeIf(
        p -> !optional.contains(p.substring(1).replaceAll("/[0-9]+", "[]").replace('/', '.')));
    found.remove("/spec/domain/certificate/issuer"); // a rule wants it beside this source
    return found;
  }

  private static void collect(String pointer, JsonNode node, List<String> found) {
    found.add(pointer);
    node.properties().forEach(e -> collect(pointer + "/" + e.getKey(), e.getValue(), found));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(pointer + "/" + i, node.get(i), found);
    }
  }

  private static JsonNode without(JsonNode resource, String pointer) {
    JsonNode copy = resource.deepCopy();
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = copy.at(pointer.substring(0, slash));
    String last = pointer.substring(slash + 1);
    if (parent instanceof ArrayNode list) {
      list.remove(Integer.parseInt(last));
    } else {
      ((ObjectNode) parent).remove(last);
    }
    return copy;
  }

  private static List<JsonNode> resources() throws IOException {
    try (InputStream in = UserInputsTest.class.getResourceAsStream(RESOURCES);
        MappingIterator<JsonNode> documents =
            new YAMLMapper().readerFor(JsonNode.class).readValues(in)) {
      return documents.readAll();
    }
  }
}
