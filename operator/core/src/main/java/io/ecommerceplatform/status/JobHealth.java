package io.ecommerceplatform.status;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.ResolvedJob;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.JobConditions;
import io.ecommerceplatform.resource.LiveObject;
import java.util.Comparator;
import java.util.Optional;

/** How a job does: as its last run did. */
record JobHealth(StatusInput input) {

  Health of(ResolvedJob job) {
    if (!job.waitsFor().isEmpty()) {
      String text = "waits for " + String.join(", ", job.waitsFor());
      return new Health(0, 1, Reason.WaitingForStore, text);
    }
    return input
        .observed()
        .find("CronJob", job.name(), input.platform().owner())
        .map(this::lastRun)
        .orElseGet(() -> absent(job));
  }

  /** How the last dump of a store did. */
  Health ofBackup(Store store) {
    return input
        .observed()
        .find("CronJob", store.backupName(), input.platform().owner())
        .map(this::lastRun)
        .orElse(
            new Health(
                0,
                1,
                Reason.Applying,
                "CronJob/%s is not there yet".formatted(store.backupName())));
  }

  private Health absent(ResolvedJob job) {
    String text =
        input.desired().held().stream()
            .filter(h -> h.ref().kind().equals("CronJob") && h.ref().name().equals(job.name()))
            .map(Held::message)
            .findFirst()
            .orElse("CronJob/%s is not there yet".formatted(job.name()));
    boolean lacksSecret = job.secrets().stream().anyMatch(name -> Parts.isAbsent(input, name));
    return new Health(0, 1, lacksSecret ? Reason.WaitingForSecret : Reason.Applying, text);
  }

  private Health lastRun(LiveObject cronJob) {
    return input.observed().objects().values().stream()
        .filter(object -> object.ref().kind().equals("Job") && isMadeOf(cronJob, object))
        // one that has not begun has nothing to say, so the one before it counts
        .max(Comparator.comparing(job -> job.at("/status/startTime").asText()))
        .flatMap(run -> trouble(cronJob.ref().name(), run))
        .orElse(Health.fine(1));
  }

  private static boolean isMadeOf(LiveObject cronJob, LiveObject job) {
    return job.at("/metadata/ownerReferences")
        .valueStream()
        .anyMatch(owner -> owner.path("uid").asText().equals(cronJob.uid()));
  }

  private Optional<Health> trouble(String name, LiveObject run) {
    JobConditions conditions = new JobConditions(run);
    if (conditions.isComplete()) {
      return Optional.empty();
    }
    Optional<String> words =
        PodTrouble.ofJob(run.ref().name(), input.observed(), input.platform().owner()).failure();
    if (!conditions.isFailed()) {
      String text = "Job/%s: ".formatted(run.ref().name());
      return words.map(told -> new Health(0, 1, Reason.PodsFailing, text + told));
    }
    String text =
        "the last run, Job/%s, has failed (%s); correct the cause, then wait for the next one, or"
            + " type: kubectl -n %s create job %s-again --from=cronjob/%s";
    String namespace = input.platform().namespace();
    String why = words.orElse(conditions.failure());
    return Optional.of(
        new Health(
            0, 1, Reason.JobFailed, text.formatted(run.ref().name(), why, namespace, name, name)));
  }
}
