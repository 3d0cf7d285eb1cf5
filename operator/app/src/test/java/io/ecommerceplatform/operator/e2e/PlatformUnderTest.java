package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.operator.process.Await;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One platform as its user sees it: applied, edited, awaited, never touched by any other way.
 *
 * @param admin the user's client
 * @param namespace where it is
 * @param name its name
 */
record PlatformUnderTest(KubernetesClient admin, String namespace, String name) {
  static final String MINIMAL =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec: {profile: Economy, version: "1.0.0", domain: {host: shop.example.com}}
      """;

  static PlatformUnderTest create(KubernetesClient admin, String namespace, String yaml) {
    ECommercePlatform resource = Serialization.unmarshal(yaml, ECommercePlatform.class);
    resource.getMetadata().setNamespace(namespace);
    admin.resource(resource).create();
    return new PlatformUnderTest(admin, namespace, resource.getMetadata().getName());
  }

  Resource<ECommercePlatform> resource() {
    return admin.resources(ECommercePlatform.class).inNamespace(namespace).withName(name);
  }

  /** Merges a patch of the spec, as kubectl patch does. */
  void patch(String json) {
    resource().patch(PatchContext.of(PatchType.JSON_MERGE), json);
  }

  ECommercePlatform await(String what, Predicate<ECommercePlatform> wanted) {
    AtomicReference<ECommercePlatform> seen = new AtomicReference<>();
    Await.until(
        what,
        () -> {
          ECommercePlatform now = resource().get();
          seen.set(now);
          return now != null && now.getStatus() != null && wanted.test(now);
        },
        () -> told(seen.get()));
    return seen.get();
  }

  private static String told(ECommercePlatform seen) {
    PlatformStatus status = seen == null ? null : seen.getStatus();
    return status == null
        ? "no status"
        : "%s: %s%n%s"
            .formatted(status.phase(), status.message(), Serialization.asYaml(status.conditions()));
  }

  /** Waits for a phase that describes the newest spec. */
  ECommercePlatform awaitPhase(Phase phase) {
    return await(phase.name(), p -> isIn(phase, p));
  }

  /** One look: the phase of the newest spec. */
  boolean is(Phase phase) {
    ECommercePlatform now = resource().get();
    return now != null && now.getStatus() != null && isIn(phase, now);
  }

  private static boolean isIn(Phase phase, ECommercePlatform p) {
    return p.getStatus().phase() == phase
        && p.getMetadata().getGeneration().equals(p.getStatus().observedGeneration());
  }

  Condition condition(String type) {
    return resource().get().getStatus().conditions().stream()
        .filter(c -> c.getType().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** One look: whether a condition has a reason. */
  boolean hasReason(String type, String reason) {
    ECommercePlatform now = resource().get();
    return now != null
        && now.getStatus() != null
        && now.getStatus().conditions().stream()
            .anyMatch(c -> c.getType().equals(type) && reason.equals(c.getReason()));
  }

  /** Every object of ours with the given property, by kind and name. */
  Map<String, String> objects(Function<HasMetadata, String> property) {
    Map<String, String> found = new TreeMap<>();
    all()
        .filter(o -> o.getMetadata().getLabels() != null)
        .filter(o -> name.equals(o.getMetadata().getLabels().get("ecommerceplatform.io/platform")))
        .forEach(o -> found.put(o.getKind() + "/" + o.getMetadata().getName(), property.apply(o)));
    return found;
  }

  /** What moves with each write of what is wanted, and by nothing else. */
  Map<String, String> versions() {
    return objects(Wanted::of);
  }

  /** The names of our objects, for comparison with another run. */
  Set<String> objectNames() {
    return objects(o -> "").keySet();
  }

  void assertReadyAndWhole(Set<String> reference) {
    awaitPhase(Phase.Ready);
    assertThat(objectNames()).isEqualTo(reference);
  }

  private Stream<HasMetadata> all() {
    return Stream.of(
            admin.apps().deployments().inNamespace(namespace).list().getItems(),
            admin.apps().statefulSets().inNamespace(namespace).list().getItems(),
            admin.services().inNamespace(namespace).list().getItems(),
            admin.serviceAccounts().inNamespace(namespace).list().getItems(),
            admin.configMaps().inNamespace(namespace).list().getItems(),
            admin.secrets().inNamespace(namespace).list().getItems(),
            admin
                .autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(namespace)
                .list()
                .getItems(),
            admin.policy().v1().podDisruptionBudget().inNamespace(namespace).list().getItems(),
            admin.network().v1().networkPolicies().inNamespace(namespace).list().getItems(),
            admin.network().v1().ingresses().inNamespace(namespace).list().getItems(),
            admin.batch().v1().jobs().inNamespace(namespace).list().getItems(),
            admin.batch().v1().cronjobs().inNamespace(namespace).list().getItems())
        .flatMap(List::stream)
        .map(HasMetadata.class::cast);
  }
}
