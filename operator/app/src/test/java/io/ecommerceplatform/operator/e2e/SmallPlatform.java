package io.ecommerceplatform.operator.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.operator.OperatorInJvm;
import io.ecommerceplatform.operator.process.Await;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** One platform of about a dozen objects that lives the same life again and again. */
final class SmallPlatform {
  private static final String WEB =
      "{\"spec\": {\"services\": [{\"name\": \"web\", \"expose\": {\"path\": \"/\"},"
          + " \"env\": [{\"name\": \"EDIT\", \"value\": \"1\"}]%s}]}}";
  private static final Duration SETTLING = Duration.ofSeconds(4);
  private static final String SCALING = ", \"scaling\": {\"minReplicas\": 2, \"maxReplicas\": 4}";

  /** What its user does, in this order. */
  enum Chapter {
    CREATE,
    UPDATE,
    SCALE,
    PRUNE,
    DELETE
  }

  private final KubernetesClient admin;
  private final Kubeconfig account;
  private final LiveKinds live;
  private final Map<Chapter, Map<String, ObjectNode>> references = new EnumMap<>(Chapter.class);
  private final Map<Chapter, Integer> writes = new EnumMap<>(Chapter.class);

  private SmallPlatform(KubernetesClient admin, Kubeconfig account, String namespace) {
    this.admin = admin;
    this.account = account;
    this.live = new LiveKinds(admin, namespace);
  }

  /** In a new namespace of its own, after one life in which nothing went wrong. */
  static SmallPlatform in(String namespace, KubernetesClient admin, Kubeconfig account) {
    admin
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    SmallPlatform platform = new SmallPlatform(admin, account, namespace);
    for (Chapter chapter : Chapter.values()) {
      platform.reference(chapter);
    }
    return platform;
  }

  /** How many objects it has when it has most. */
  int objects() {
    return references.get(Chapter.SCALE).size();
  }

  /** How many writes a chapter takes; those of status may be more or fewer each time. */
  int writes(Chapter chapter) {
    return writes.get(chapter);
  }

  private void reference(Chapter chapter) {
    Death counting = Death.none();
    try (OperatorInJvm operator = OperatorInJvm.start(account, live.namespace(), counting)) {
      act(chapter);
      Await.until(
          chapter + " at rest", () -> isAtRest(counting), () -> operator + " " + resource());
    }
    references.put(chapter, contents());
    writes.put(chapter, counting.writes());
  }

  /** Plays a chapter, interrupted once; true when the interruption came before the end. */
  boolean interrupted(Chapter chapter, Death death) {
    try (OperatorInJvm operator = OperatorInJvm.start(account, live.namespace(), death)) {
      act(chapter);
      Await.until(
          chapter + ", interrupted by " + death,
          () -> death.isDead() || isReached(chapter),
          () -> operator + " " + difference(chapter));
    }
    if (death.isDead()) {
      try (OperatorInJvm successor = OperatorInJvm.start(account, live.namespace(), Death.none())) {
        Await.until(
            chapter + " after " + death,
            () -> isReached(chapter),
            () -> successor + " " + difference(chapter));
      }
    }
    return death.happened();
  }

  private void act(Chapter chapter) {
    switch (chapter) {
      case CREATE ->
          PlatformUnderTest.create(
              admin,
              live.namespace(),
              PlatformUnderTest.MINIMAL.replace(
                  "spec: {", "spec: {services: [{name: web, expose: {path: /}}], "));
      case UPDATE, PRUNE -> platform().patch(WEB.formatted(""));
      case SCALE -> platform().patch(WEB.formatted(SCALING));
      case DELETE -> platform().resource().delete();
    }
  }

  /**
   * What is pruned when pods are gone, and the last status, come after the resource is observed.
   */
  private boolean isAtRest(Death counting) {
    Controllers controllers = new Controllers(admin, live.namespace());
    if (!isObserved() || !controllers.unfinished().isEmpty()) {
      return false;
    }
    int writes = counting.writes();
    Await.pause(SETTLING);
    return counting.writes() == writes && controllers.unfinished().isEmpty();
  }

  private boolean isReached(Chapter chapter) {
    return isObserved() && contents().equals(references.get(chapter));
  }

  private boolean isObserved() {
    ECommercePlatform now = resource();
    return now == null
        || (now.getStatus() != null
            && now.getMetadata().getDeletionTimestamp() == null
            && now.getMetadata().getGeneration().equals(now.getStatus().observedGeneration()));
  }

  private ECommercePlatform resource() {
    return platform().resource().get();
  }

  private PlatformUnderTest platform() {
    return new PlatformUnderTest(admin, live.namespace(), "shop");
  }

  // the number of replicas is the autoscaler's while there is one
  private Map<String, ObjectNode> contents() {
    Map<String, ObjectNode> contents = live.contents("shop");
    contents.forEach(
        (id, object) -> {
          if (id.startsWith("Deployment/")) {
            object.withObject("/spec").remove("replicas");
          }
        });
    return contents;
  }

  private String difference(Chapter chapter) {
    return "has %s%nwants %s%n%s".formatted(contents(), references.get(chapter), resource());
  }
}
