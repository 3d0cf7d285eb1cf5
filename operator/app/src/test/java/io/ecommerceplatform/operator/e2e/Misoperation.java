package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.schema.RandomEdits;
import io.ecommerceplatform.localplane.schema.SchemaEdit;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.plan.Diff;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One platform in a namespace of its own, whose user makes mistakes and takes them back. */
final class Misoperation {
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(60);
  private static final int MOST_EDITS = 3;
  private static final String REVISION = "deployment.kubernetes.io/revision";
  private static final String SHOP =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec:
        profile: Economy
        mode: Apply
        version: "1.0.0"
        domain: {host: shop.example.com}
        services:
          - {name: web, expose: {path: /, stickySeconds: 30}, scaling: {minReplicas: 1, maxReplicas: 4, cpuPercent: 70}}
          - name: tool
            image: {repository: example.com/tool, tag: "1"}
            port: 8080
            health: {readinessPath: /ready, livenessPath: /live}
            resources: {requests: {cpu: 50m}, limits: {memory: 128Mi}}
            uses: [hot]
            dependsOn: [web]
            egress: [{cidr: 203.0.113.0/24, ports: [444]}]
            env: [{name: LEVEL, value: info}]
            rollout: {strategy: Rolling, minReadySeconds: 0, progressDeadlineSeconds: 90, rolling: {maxSurge: 1, maxUnavailable: 0}}
        jobs:
          - {name: report, image: {repository: example.com/report, tag: "1"}, schedule: "0 1 * * *", timeZone: UTC, args: [--all]}
        caches:
          - {name: hot, placement: InCluster, version: "7.2", port: 6380, storage: 1Gi}
        edge: {ingress: {scheme: internal}, networkLoadBalancer: {scheme: internal, services: [{name: tool, port: 8080}]}}
      """;

  private final PlatformUnderTest shop;
  private final LiveKinds live;
  private final JsonNode schema;
  private final JsonNode base;
  private final Map<String, ObjectNode> reference;

  private Misoperation(PlatformUnderTest shop, JsonNode schema) throws IOException {
    this.shop = shop;
    this.schema = schema;
    live = new LiveKinds(shop.admin(), shop.namespace());
    base = new YAMLMapper().readTree(SHOP);
    shop.awaitPhase(Phase.Ready);
    new Controllers(shop.admin(), shop.namespace()).await();
    reference = contents();
  }

  static Misoperation in(String namespace, KubernetesClient admin, JsonNode schema)
      throws IOException {
    admin
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    return new Misoperation(PlatformUnderTest.create(admin, namespace, SHOP), schema);
  }

  PlatformUnderTest shop() {
    return shop;
  }

  /** Edits by chance, then what was there; fails with the edits that lead to it. */
  void play(long seed) {
    List<String> done = new ArrayList<>();
    try {
      edit(seed, done);
      assertThat(SpecPatch.forGood(shop).isTaken(base)).as("the way back is open").isTrue();
      Await.until("as it was", this::isAsItWas, this::difference);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed %d, %s; again: -Dmisoperation.seed=%d -Dmisoperation.sequences=1"
              .formatted(seed, done, seed),
          e);
    }
  }

  private void edit(long seed, List<String> done) {
    Random random = new Random(seed);
    RandomEdits edits = new RandomEdits("spec", schema, random);
    JsonNode now = base;
    int number = 1 + random.nextInt(MOST_EDITS);
    for (int i = 0; i < number; i++) {
      SchemaEdit edit = edits.next(now, e -> !isForGood(e)).orElseThrow();
      done.add(edit.toString());
      boolean taken = SpecPatch.forGood(shop).isTaken(edit.in(now));
      assertThat(taken && edit.refused()).as("taken against the schema: %s", edit).isFalse();
      now = taken ? edit.in(now) : now;
      if (taken && random.nextBoolean()) {
        awaitTold();
      }
    }
  }

  // volumes never become smaller again: GrowthApiTest has them, and MisoperationTest in memory
  private static boolean isForGood(SchemaEdit edit) {
    return edit.path().endsWith(".storage") && !edit.refused();
  }

  private void awaitTold() {
    Instant begin = Instant.now();
    ECommercePlatform told =
        shop.await(
            "told",
            p -> p.getMetadata().getGeneration().equals(p.getStatus().observedGeneration()));
    assertThat(Duration.between(begin, Instant.now())).isLessThan(TOLD_WITHIN);
    assertThat(told.getStatus().message()).isNotBlank();
    assertThat(told.getStatus().conditions()).noneMatch(c -> c.getReason().equals("InternalError"));
  }

  private boolean isAsItWas() {
    ECommercePlatform now = shop.resource().get();
    return now.getStatus().phase() == Phase.Ready
        && now.getMetadata().getGeneration().equals(now.getStatus().observedGeneration())
        && contents().equals(reference);
  }

  private String difference() {
    Map<String, ObjectNode> now = contents();
    StringBuilder text = new StringBuilder(String.valueOf(shop.resource().get().getStatus()));
    reference.forEach(
        (id, object) -> {
          if (!object.equals(now.get(id))) {
            text.append("%n%s is %s%nnot %s".formatted(id, now.get(id), object));
          }
        });
    now.keySet().removeAll(reference.keySet());
    return text.append("%nand there is %s".formatted(now.keySet())).toString();
  }

  /** What is wanted: neither what is kept of something else, nor what the cluster chooses. */
  private Map<String, ObjectNode> contents() {
    Map<String, ObjectNode> contents = new TreeMap<>(live.contents(shop.name()));
    contents
        .entrySet()
        .removeIf(
            e ->
                reference != null
                    && !reference.containsKey(e.getKey())
                    && Diff.RETAIN.equals(
                        e.getValue().at("/metadata/labels").path(Diff.DELETION_POLICY).asText()));
    contents.forEach(
        (id, object) -> {
          object.remove("data");
          object.withObject("/metadata/annotations").remove(REVISION);
          if (id.startsWith("Deployment/")) {
            object.withObject("/spec").remove("replicas"); // the autoscaler's
          }
        });
    return contents;
  }
}
