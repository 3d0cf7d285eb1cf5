package io.ecommerceplatform.pass;

import io.ecommerceplatform.model.Migration;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.JobConditions;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the new pods of a service until its schema is theirs, and the change of the schema until
 * the database has the service's user. What runs goes on running meanwhile.
 *
 * @param desired what was compiled
 * @param observed the world
 * @param owner whose objects count
 */
record MigrationOrder(Desired desired, Observed observed, Owner owner) {
  private static final Set<String> WITH_THE_PODS =
      Set.of("Deployment", "HorizontalPodAutoscaler", "PodDisruptionBudget", "ScaledObject");

  static Desired hold(Desired desired, Observed observed, Platform platform) {
    return new MigrationOrder(desired, observed, platform.owner()).hold(platform);
  }

  private Desired hold(Platform platform) {
    Map<Manifest, String> waiting = new LinkedHashMap<>();
    for (ResolvedService service : platform.services()) {
      service.migration().ifPresent(migration -> hold(service.name(), migration, waiting));
    }
    if (waiting.isEmpty()) {
      return desired;
    }
    List<Held> held = new ArrayList<>(desired.held());
    waiting.forEach((manifest, why) -> held.add(new Held(manifest.ref(), why)));
    List<Manifest> objects =
        desired.objects().stream().filter(manifest -> !waiting.containsKey(manifest)).toList();
    return desired.with(objects, held);
  }

  private void hold(String service, Migration migration, Map<Manifest, String> waiting) {
    Optional<Manifest> job = job(service, "migration");
    if (job.isEmpty()) {
      return; // held already, and the pods for the same reason
    }
    Optional<String> database = migration.databases().stream().filter(this::isUnready).findFirst();
    database.ifPresent(name -> waiting.put(job.get(), "waits for " + name));
    if (database.isPresent() || !isComplete(job.get())) {
      String why = database.orElse(job.get().ref().id());
      desired.objects().stream()
          .filter(manifest -> isOf(manifest, service, "service"))
          .filter(manifest -> WITH_THE_PODS.contains(manifest.ref().kind()))
          .forEach(manifest -> waiting.put(manifest, "waits for " + why));
    }
  }

  private boolean isUnready(String database) {
    return job(database, "database-setup").filter(setup -> !isComplete(setup)).isPresent();
  }

  private boolean isComplete(Manifest job) {
    return observed
        .find("Job", job.ref().name(), owner)
        .filter(live -> new JobConditions(live).isComplete())
        .isPresent();
  }

  private Optional<Manifest> job(String instance, String component) {
    return desired.objects().stream()
        .filter(manifest -> manifest.ref().kind().equals("Job"))
        .filter(manifest -> isOf(manifest, instance, component))
        .findFirst();
  }

  private static boolean isOf(Manifest manifest, String instance, String component) {
    Map<String, String> labels = manifest.labels();
    return instance.equals(labels.get("app.kubernetes.io/instance"))
        && component.equals(labels.get("app.kubernetes.io/component"));
  }
}
