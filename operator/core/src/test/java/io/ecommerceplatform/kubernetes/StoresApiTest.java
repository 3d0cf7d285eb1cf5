package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.model.NodePool;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.Diff;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.Observed;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole stores on a real API server, in a namespace that enforces PodSecurity restricted. */
@LocalPlane
class StoresApiTest {
  private static final String MANAGER = "ecommerce-platform-operator";
  private static final int DEADLINE_SECONDS = 60;

  private KubernetesClient client;
  private String namespace;

  /**
   * All but those of Strimzi: its kinds need its definitions, and an operator that acts on them.
   */
  static Set<String> names() {
    Set<String> names = new TreeSet<>(StoreGoldenTest.cases().keySet());
    names.removeIf(name -> name.startsWith("kafka-strimzi"));
    return names;
  }

  @BeforeEach
  void connect(KubernetesClient client, TestNamespace namespace) {
    this.client = client;
    this.namespace = namespace.name();
    client
        .namespaces()
        .withName(this.namespace)
        .edit(
            n -> {
              n.getMetadata().getLabels().put("pod-security.kubernetes.io/enforce", "restricted");
              return n;
            });
  }

  @ParameterizedTest
  @MethodSource("names")
  void comesUpAndNeedsNoSecondWrite(String name) {
    // the nodes of the plane are in no pool
    StorePlatform store = StoreGoldenTest.cases().get(name).in(namespace).pool(NodePool.ANY);
    Desired desired = store.compile();
    desired.secrets().forEach(this::create);
    desired.objects().forEach(this::apply);

    awaitMembers(desired);
    awaitSetup(desired);

    assertThat(plan(store.platform(), desired).actions()).isEmpty();
    Map<String, String> before = versionsWithoutController(desired);
    desired.objects().forEach(this::apply);
    assertThat(versionsWithoutController(desired)).isEqualTo(before);
  }

  private void create(GeneratedSecret secret) {
    Map<String, String> data = new HashMap<>(secret.fixed());
    secret.generated().forEach((key, length) -> data.put(key, "x".repeat(length)));
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(secret.ref().name())
                .withNamespace(namespace)
                .withLabels(secret.labels())
                .endMetadata()
                .withStringData(data)
                .build())
        .create();
  }

  private void apply(Manifest manifest) {
    client
        .resource(Json.typed(manifest.json(), GenericKubernetesResource.class))
        .fieldManager(MANAGER)
        .forceConflicts()
        .serverSideApply();
  }

  private void awaitMembers(Desired desired) {
    Manifest set = only(desired, "StatefulSet").get(0);
    int members = set.json().at("/spec/replicas").asInt();
    await(set, live -> live.at("/status/readyReplicas").asInt() == members);
  }

  private void awaitSetup(Desired desired) {
    only(desired, "Job")
        .forEach(job -> await(job, live -> live.at("/status/succeeded").asInt() == 1));
  }

  private void await(Manifest manifest, Predicate<ObjectNode> condition) {
    resource(manifest)
        .waitUntilCondition(
            live -> live != null && condition.test(Json.tree(live)),
            DEADLINE_SECONDS,
            TimeUnit.SECONDS);
  }

  private Plan plan(Platform platform, Desired desired) {
    List<LiveObject> live = new ArrayList<>();
    desired.objects().forEach(m -> live.add(new LiveObject(Json.tree(resource(m).get()))));
    client
        .secrets()
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(s -> live.add(new LiveObject(Json.tree(s))));
    ClusterFacts facts = new ClusterFacts(Set.of(), "", Set.of(), Set.of(), Map.of());
    return new Diff(platform.owner(), MANAGER).plan(desired, Observed.of(live, List.of(), facts));
  }

  /** Versions of what no controller writes to, so that only a write of ours can move them. */
  private Map<String, String> versionsWithoutController(Desired desired) {
    Map<String, String> versions = new HashMap<>();
    for (String kind : List.of("Service", "NetworkPolicy")) {
      only(desired, kind)
          .forEach(
              m ->
                  versions.put(m.ref().id(), resource(m).get().getMetadata().getResourceVersion()));
    }
    return versions;
  }

  private static List<Manifest> only(Desired desired, String kind) {
    return desired.objects().stream().filter(m -> m.ref().kind().equals(kind)).toList();
  }

  private Resource<GenericKubernetesResource> resource(Manifest manifest) {
    return client
        .genericKubernetesResources(manifest.ref().apiVersion(), manifest.ref().kind())
        .inNamespace(namespace)
        .withName(manifest.ref().name());
  }
}
