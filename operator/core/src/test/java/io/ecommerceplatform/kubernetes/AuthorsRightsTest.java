package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Who may write a platform may not write pods. Each way in which a pod or its account gets more
 * rights is tried by its name: the schema does not know it, and where it stands all the same, as
 * with a definition of another release, nothing reads it.
 */
class AuthorsRightsTest {
  private static final String CRD = "/crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml";
  private static final Path SAMPLES = Path.of("../../samples");

  /** What would be dangerous in a pod, in its account or in what makes rights. */
  static final List<String> WAYS =
      List.of(
          "podTemplate: {spec: {hostNetwork: true, containers: [{name: main, image: x}]}}",
          "template: {spec: {hostNetwork: true, containers: [{name: main, image: x}]}}",
          "podSpec: {hostNetwork: true}",
          "containers: [{name: more, image: x, securityContext: {privileged: true}}]",
          "initContainers: [{name: more, image: x, securityContext: {privileged: true}}]",
          "sidecars: [{name: more, image: x, securityContext: {privileged: true}}]",
          "ephemeralContainers: [{name: more, image: x}]",
          "serviceAccountName: ecommerce-platform-operator",
          "serviceAccount: ecommerce-platform-operator",
          "automountServiceAccountToken: true",
          "hostNetwork: true",
          "hostPID: true",
          "hostIPC: true",
          "hostUsers: true",
          "hostPort: 443",
          "hostPath: {path: /}",
          "hostAliases: [{ip: 10.0.0.1, hostnames: [kubernetes.default.svc]}]",
          "shareProcessNamespace: true",
          "privileged: true",
          "allowPrivilegeEscalation: true",
          "capabilities: {add: [SYS_ADMIN]}",
          "procMount: Unmasked",
          "runAsUser: 0",
          "runAsNonRoot: false",
          "securityContext: {privileged: true, runAsUser: 0}",
          "sysctls: [{name: kernel.msgmax, value: '1'}]",
          "annotations: {eks.amazonaws.com/role-arn: 'arn:aws:iam::1:role/admin'}",
          "labels: {pod-security.kubernetes.io/enforce: privileged}",
          "volumes: [{name: root, hostPath: {path: /}}]",
          "volumeMounts: [{name: root, mountPath: /host}]",
          "envFrom: [{secretRef: {name: postgresql-credentials}}]",
          "command: [sh, -c, id]",
          "nodeName: control-plane",
          "nodeSelector: {node-role.kubernetes.io/control-plane: ''}",
          "tolerations: [{operator: Exists}]",
          "affinity: {}",
          "schedulerName: own",
          "priorityClassName: system-node-critical",
          "runtimeClassName: none",
          "role: admin",
          "roleArn: 'arn:aws:iam::1:role/admin'",
          "roleRef: {kind: ClusterRole, name: cluster-admin}",
          "rules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]",
          "externalIPs: [203.0.113.1]",
          "externalName: kubernetes.default.svc",
          "manifests: ['kind: ClusterRoleBinding']",
          "patches: [{op: add, path: /spec/hostNetwork, value: true}]");

  /** Everything that stands where a resource has room for a text, and breaks out of it. */
  static final List<String> TEXTS = HostileResourceTest.HOSTILE;

  private static final String JOB =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        services: [{name: web}]
        databases: [{name: main, engine: PostgreSQL, placement: InCluster}]
        jobs: [{name: report, image: {repository: example.com/report, tag: "1"}, schedule: "0 1 * * *", uses: [main], args: [first]}]
      """;

  @ParameterizedTest
  @FieldSource("WAYS")
  void noFieldIsAWayToAPod(String way) throws IOException {
    Map.Entry<String, JsonNode> field = field(way);
    Set<String> names = new TreeSet<>();
    JsonNode schema = schema();
    collect(schema, names);
    assertThat(names).hasSizeGreaterThan(200).doesNotContain(field.getKey());

    for (JsonNode resource : resources()) {
      JsonNode hostile = resource.deepCopy();
      int places = put(hostile.path("spec"), schema, field);
      assertThat(places).isPositive();
      assertThat(compiled(hostile)).isEqualTo(compiled(resource));
    }
  }

  /** The one list whose texts become arguments: of the image that the same author has named. */
  @ParameterizedTest
  @FieldSource("TEXTS")
  void theArgumentsOfAJobReachItsOwnContainerAndNothingElse(String text) {
    JsonNode resource = Resolved.tree(JOB);
    JsonNode hostile = resource.deepCopy();
    ((ObjectNode) hostile.at("/spec/jobs/0")).putArray("args").add(text).add("--" + text);

    Map<String, JsonNode> before = compiled(resource);
    Map<String, JsonNode> after = compiled(hostile);

    JsonNode containers =
        after.get("CronJob/report").at("/spec/jobTemplate/spec/template/spec/containers");
    assertThat(containers).hasSize(1);
    ObjectNode container = (ObjectNode) containers.get(0);
    assertThat(container.path("image").asText()).isEqualTo("example.com/report:1");
    assertThat(container.has("command")).isFalse();
    assertThat(container.path("args").valueStream().map(JsonNode::asText))
        .containsExactly(text, "--" + text);
    container.putArray("args").add("first");
    assertThat(after).isEqualTo(before);
  }

  private static Map.Entry<String, JsonNode> field(String way) {
    return Resolved.tree(way).properties().iterator().next();
  }

  private static JsonNode schema() throws IOException {
    try (InputStream in = AuthorsRightsTest.class.getResourceAsStream(CRD)) {
      return Resolved.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
    }
  }

  private static void collect(JsonNode schema, Set<String> names) {
    schema
        .path("properties")
        .properties()
        .forEach(
            e -> {
              names.add(e.getKey());
              collect(e.getValue(), names);
            });
    Stream.of("items", "additionalProperties")
        .map(schema::path)
        .filter(JsonNode::isObject)
        .forEach(inner -> collect(inner, names));
  }

  /** Writes a field into every object that has fields of its own, and says into how many. */
  private static int put(JsonNode node, JsonNode schema, Map.Entry<String, JsonNode> field) {
    int places = 0;
    for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
      places += put(item, schema.path("items"), field);
    }
    for (var child : node.properties()) {
      places += put(child.getValue(), schema.path("properties").path(child.getKey()), field);
    }
    if (node instanceof ObjectNode object && schema.has("properties")) {
      object.set(field.getKey(), field.getValue());
      places++;
    }
    return places;
  }

  private static List<JsonNode> resources() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      List<JsonNode> resources = new ArrayList<>(List.of(Resolved.tree(JOB)));
      for (Path sample : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        resources.add(Resolved.tree(Files.readString(sample)));
      }
      return resources;
    }
  }

  private static Map<String, JsonNode> compiled(JsonNode resource) {
    Map<String, JsonNode> objects = new TreeMap<>();
    for (Manifest object : HostileResourceTest.compile(resource).desired().objects()) {
      objects.put(object.ref().id(), object.json());
    }
    return objects;
  }
}
