package io.ecommerceplatform.status;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.JobConditions;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a store has what its clients need inside: a server that runs is of no use without the
 * databases, users and topics that its setup Job makes.
 */
record SetupHealth(StatusInput input) {
  /** What is to be said about the setup of a store; empty when it is done or none is wanted. */
  Optional<Health> of(Store store, Health members) {
    return input.desired().objects().stream()
        .filter(manifest -> isSetup(manifest, store))
        .map(manifest -> manifest.ref().name())
        .flatMap(name -> trouble(name, members).stream())
        .findFirst();
  }

  private static boolean isSetup(Manifest manifest, Store store) {
    Map<String, String> labels = manifest.labels();
    return manifest.ref().kind().equals("Job")
        && store.name().equals(labels.get("app.kubernetes.io/instance"))
        && labels.getOrDefault("app.kubernetes.io/component", "").endsWith("-setup");
  }

  private Optional<Health> trouble(String name, Health members) {
    Optional<LiveObject> job = input.observed().find("Job", name, input.platform().owner());
    if (job.isEmpty()) {
      return Optional.of(health(members, Reason.Applying, "Job/%s is not there yet", name));
    }
    JobConditions conditions = new JobConditions(job.get());
    if (conditions.isComplete()) {
      return Optional.empty();
    }
    Optional<String> words =
        PodTrouble.of(job.get(), input.observed(), input.platform().owner()).failure();
    if (conditions.isFailed()) {
      // its pods are gone by then, so what the last one said may be known only to their logs
      String why = words.orElse(conditions.failure());
      return Optional.of(
          health(
              members,
              Reason.PodsFailing,
              "Job/%s has failed (%s); correct the cause, then type: kubectl -n %s delete job %s,"
                  + " and it is made again",
              name,
              why,
              input.platform().namespace(),
              name));
    }
    return Optional.of(
        words
            .map(text -> health(members, Reason.PodsFailing, "Job/%s: %s", name, text))
            .orElse(health(members, Reason.PodsStarting, "Job/%s is not finished yet", name)));
  }

  private static Health health(Health members, Reason reason, String text, Object... words) {
    return new Health(members.ready(), members.wanted(), reason, text.formatted(words));
  }
}
