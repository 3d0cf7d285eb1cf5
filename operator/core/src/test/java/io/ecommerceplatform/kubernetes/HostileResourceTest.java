package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.PlatformResolver;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A resource is not a way to more rights than its author has: whatever stands in any of its texts,
 * what is compiled from it asks for nothing that the operator does not ask for by itself.
 */
class HostileResourceTest {
  private static final Path SAMPLES = Path.of("../../samples");

  /** What breaks out of a shell, of JSON, of YAML, of a format and of a Kubernetes expansion. */
  private static final List<String> BREAKOUTS =
      List.of(
          "a'; touch /tmp/owned; '\"; touch /tmp/owned; \"`touch /tmp/owned`$(touch /tmp/owned)",
          "$(ADMIN_PASSWORD)",
          "a\nhostNetwork: true\nprivileged: true",
          "\"}],\"hostNetwork\":true,\"x\":[{\"y\":\"",
          "/../../etc/passwd",
          "--privileged --net=host %s%n%1$s a\u0000b \u202Eroot",
          "x".repeat(5000));

  /** Names that mean something elsewhere, and that most patterns admit. */
  private static final List<String> NAMES =
      List.of(
          "default",
          "kube-system",
          "alb.ingress.kubernetes.io/group.name",
          "arn:aws:iam::123456789012:role/admin");

  static final List<String> HOSTILE = Stream.concat(BREAKOUTS.stream(), NAMES.stream()).toList();

  /** Fields beside those of the samples. */
  private static final String MORE =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        images: {registry: External, host: registry.example.com, pullSecret: pull}
        domain: {host: shop.example.com, originHost: origin.shop.example.com, certificate: {source: CertManager, issuer: ca, issuerKind: Issuer}}
        edge: {networkLoadBalancer: {scheme: internal, services: [{name: tool, port: 8080}]}}
        services:
        - name: tool
          image: {repository: example.com/tool, tag: "1"}
          port: 8080
          health: {readinessPath: /ready, livenessPath: /live}
          env: [{name: PLAIN, value: text}, {name: KEY, secret: {name: psp, key: apiKey}}]
          egress: [{cidr: 203.0.113.0/24, ports: [443]}]
          expose: {path: /tool, stickySeconds: 5}
          uses: [store, my, docs, sessions, search]
          consumes: [payment]
          placement: {pool: core}
        databases:
        - {name: store, engine: PostgreSQL, placement: InCluster, version: "16", databaseName: d, masterUsername: m, allocatedStorage: 1Gi, storageClassName: gp3}
        - {name: my, engine: MySQL, placement: InCluster, databaseName: d, masterUsername: m}
        - {name: docs, engine: MongoDB, placement: InCluster, databaseName: d}
        caches: [{name: sessions, placement: InCluster, version: "7.0"}]
        search: {placement: InCluster, version: "2.17"}
        kafka: {provider: StatefulSet, brokers: 1, topics: [{name: order-stream, partitions: 6}]}
        messaging: {transport: Kafka, topics: [{name: order-events}], queues: [{name: payment, subscribes: [order-events]}]}
      """;

  @Test
  void asksForNothingWhateverItsTextsAre() throws IOException {
    Set<String> seen = new HashSet<>();
    int compiled = 0;
    for (JsonNode resource : resources()) {
      for (SpecLeaves leaf : SpecLeaves.of(resource)) {
        if (seen.add(leaf.path())) {
          for (String hostile : HOSTILE) {
            compiled += check(leaf, hostile, leaf.replaced(resource, hostile));
          }
        }
      }
    }
    assertThat(seen).as("texts of a resource").hasSizeGreaterThan(150);
    assertThat(compiled).as("resources that compile at all").isGreaterThan(seen.size());
  }

  private static List<JsonNode> resources() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      List<JsonNode> resources = new ArrayList<>(List.of(Resolved.tree(MORE)));
      for (Path sample : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        resources.add(Resolved.tree(Files.readString(sample)));
      }
      return resources;
    }
  }

  @Test
  void theCheckItselfSeesEveryWayOut() {
    Map<String, String> ways = new TreeMap<>();
    ways.put("host network", "{containers: [], hostNetwork: true}");
    ways.put("host path", "{containers: [], volumes: [{name: a, hostPath: {path: /}}]}");
    ways.put("account", "{containers: [], serviceAccountName: admin}");
    ways.put("privileged", "{containers: [{securityContext: {privileged: true}}]}");
    ways.put("host port", "{containers: [{ports: [{hostPort: 1}]}]}");
    ways.put("script", "{containers: [{command: [sh, -c, \"'; x\"]}]}");
    ways.forEach(
        (way, pod) ->
            assertThat(new Escapes(Set.of("own"), "'; x").in(Resolved.tree(pod)))
                .as(way)
                .isNotEmpty());
  }

  /** 1 when the resource compiles; what the schema refuses may fail in any way it likes. */
  private static int check(SpecLeaves leaf, String hostile, JsonNode resource) {
    List<Manifest> objects;
    try {
      objects = compile(resource).desired().objects();
    } catch (RuntimeException e) {
      assertThat(leaf.admits(hostile)).as("%s = %s: %s", leaf.path(), hostile, e).isFalse();
      return 0;
    }
    Set<String> accounts = new HashSet<>();
    objects.stream()
        .filter(o -> o.ref().kind().equals("ServiceAccount"))
        .forEach(o -> accounts.add(o.ref().name()));
    String word = BREAKOUTS.contains(hostile) && !isArgument(leaf) ? hostile : "";
    Escapes escapes = new Escapes(accounts, word);
    for (Manifest object : objects) {
      assertThat(escapes.in(object.json()))
          .as("%s = %s: %s", leaf.path(), hostile, object.ref())
          .isEmpty();
      ManagedKind kind = ManagedKind.of(object.ref());
      assertThat(object.ref().namespace()).isEqualTo(kind.isElsewhere() ? "velero" : "shop");
      assertThat(kind.kind()).doesNotContain("Role");
    }
    return 1;
  }

  /** The one field that is an argument of the author's own image. */
  private static boolean isArgument(SpecLeaves leaf) {
    return leaf.path().equals("spec.jobs[].args[]");
  }

  static Compiled compile(JsonNode tree) {
    ECommercePlatform resource = Json.typed(tree, ECommercePlatform.class);
    resource.getMetadata().setNamespace("shop");
    resource.getMetadata().setUid("00000000-0000-0000-0000-000000000001");
    Platform platform =
        PlatformResolver.resolve(resource, Resolved.CATALOGUE, Resolved.SETTINGS, Resolved.CLUSTER);
    return Compiled.of(platform);
  }
}
