package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.status.StatusComposer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cluster in memory that keeps what it is sent, so that every interruption can be tried. */
final class World {
  private static final int PASSES = 20;

  private final Map<ObjectRef, LiveObject> objects = new TreeMap<>();
  private final List<String> created = new ArrayList<>();
  final ECommercePlatform resource;
  private int writes;

  World(String yaml) {
    resource = Resolved.parse(yaml);
  }

  Assessment assess() {
    Observed observed = Observed.of(objects.values(), List.of(), Resolved.CLUSTER);
    return Assessment.of(
        new PassInput(
            resource,
            Resolved.CATALOGUE,
            Resolved.SETTINGS,
            observed,
            name -> fingerprint(observed, name),
            Instant.EPOCH));
  }

  /** Runs passes until one does nothing; dies once, right after that many writes. */
  void converge(int deathAfter) {
    boolean died = false;
    for (int pass = 0; pass < PASSES; pass++) {
      boolean finished = pass(died ? Integer.MAX_VALUE : deathAfter);
      died = died || writes >= deathAfter;
      if (finished) {
        return;
      }
    }
    throw new AssertionError("not at rest after %d passes".formatted(PASSES));
  }

  private boolean pass(int deathAfter) {
    Assessment assessment = assess();
    if (assessment.mustPersist()) {
      resource.setStatus(
          StatusComposer.withIntent(
              resource.getStatus(), assessment.intent(), Map.of(), 1, Instant.EPOCH));
      writes++;
      return false;
    }
    Plan plan = assessment.allowed();
    for (Action action : plan.actions()) {
      if (action.operation().writes() && writes < deathAfter) {
        execute(action);
      }
    }
    return plan.isEmpty();
  }

  private void execute(Action action) {
    writes++;
    switch (action.operation()) {
      case CREATE, UPDATE -> {
        created.add(action.operation() + " " + action.ref().id());
        objects.put(action.ref(), new LiveObject(sent(action)));
      }
      case DELETE, REPLACE -> objects.remove(action.ref());
      case RETAIN, CONFLICT -> throw new AssertionError("does not write: " + action);
    }
  }

  private static ObjectNode sent(Action action) {
    return action
        .secret()
        .map(World::secret)
        .orElseGet(() -> action.manifest().orElseThrow().json());
  }

  private static ObjectNode secret(GeneratedSecret secret) {
    Map<String, Object> metadata =
        Map.of(
            "name", secret.ref().name(),
            "namespace", secret.ref().namespace(),
            "labels", secret.labels());
    return Json.tree(Map.of("apiVersion", "v1", "kind", "Secret", "metadata", metadata));
  }

  private static Optional<String> fingerprint(Observed observed, String name) {
    return observed.find(new ObjectRef("v1", "Secret", "shop", name)).map(s -> Json.hash(name));
  }

  Map<ObjectRef, LiveObject> objects() {
    return objects;
  }

  List<String> created() {
    return created;
  }

  int writes() {
    return writes;
  }
}
