package io.ecommerceplatform.status;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.resource.JobConditions;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.List;
import java.util.Optional;

/** Whether the schema of a service is that of its new pods, which wait until it is. */
record MigrationHealth(StatusInput input) {

  /** What is to be said; empty when nothing waits for a migration. */
  Optional<Health> of(ResolvedService service, Health pods) {
    if (service.migration().isEmpty()) {
      return Optional.empty();
    }
    Optional<ObjectRef> job = job(service);
    return job.isPresent() ? running(job.get(), pods) : database(service, pods);
  }

  private Optional<Health> database(ResolvedService service, Health pods) {
    List<String> waits =
        service.migration().orElseThrow().databases().stream()
            .map(name -> "waits for " + name)
            .toList();
    return input.desired().held().stream()
        .filter(held -> held.ref().kind().equals("Job") && waits.contains(held.message()))
        .map(held -> health(pods, Reason.WaitingForStore, held.message()))
        .findFirst();
  }

  private Optional<Health> running(ObjectRef job, Health pods) {
    Optional<LiveObject> live = input.observed().find("Job", job.name(), input.platform().owner());
    if (live.isEmpty()) {
      return Optional.of(health(pods, Reason.Applying, job.id() + " is not there yet"));
    }
    JobConditions conditions = new JobConditions(live.get());
    return conditions.isComplete()
        ? held(job, pods)
        : Optional.of(unfinished(job, conditions, pods));
  }

  /** It ended after this pass had decided that the new pods wait: those that serve are old. */
  private Optional<Health> held(ObjectRef job, Health pods) {
    return input.desired().held().stream()
        .filter(held -> held.ref().kind().equals("Deployment"))
        .filter(held -> held.message().equals("waits for " + job.id()))
        .map(held -> health(pods, Reason.Applying, job.id() + " is finished; new pods come now"))
        .findFirst();
  }

  private Health unfinished(ObjectRef job, JobConditions conditions, Health pods) {
    Optional<String> words =
        PodTrouble.ofJob(job.name(), input.observed(), input.platform().owner()).failure();
    if (conditions.isFailed()) {
      String text =
          "%s has failed (%s), so the new pods wait; correct the cause and set another image or"
              + " version, or type: kubectl -n %s delete job %s, and it is made again";
      String namespace = input.platform().namespace();
      String why = words.orElse(conditions.failure());
      return health(
          pods, Reason.MigrationFailed, text.formatted(job.id(), why, namespace, job.name()));
    }
    return words
        .map(text -> health(pods, Reason.PodsFailing, job.id() + ": " + text))
        .orElse(health(pods, Reason.PodsStarting, job.id() + " is not finished yet"));
  }

  private Optional<ObjectRef> job(ResolvedService service) {
    return input.desired().objects().stream()
        .filter(manifest -> manifest.ref().kind().equals("Job"))
        .filter(manifest -> service.name().equals(label(manifest, "instance")))
        .filter(manifest -> "migration".equals(label(manifest, "component")))
        .map(Manifest::ref)
        .findFirst();
  }

  private static String label(Manifest manifest, String name) {
    return manifest.labels().get("app.kubernetes.io/" + name);
  }

  private static Health health(Health pods, Reason reason, String message) {
    return new Health(pods.ready(), pods.wanted(), reason, message);
  }
}
