package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedJob;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;
import java.util.Optional;

/** Compiles what runs at times: a CronJob with an identity, settings and ways of its own. */
final class JobCompiler implements ComponentCompiler {
  /** Value of the component label of all that belongs to a job. */
  static final String COMPONENT = "job";

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    for (ResolvedJob job : platform.jobs()) {
      ObjectMetadata metadata = new ObjectMetadata(platform, job.name(), job.name(), COMPONENT);
      desired.add(PodIdentity.of(metadata.owned(job.name()), job.roleArn()));
      if (!job.config().isEmpty()) {
        desired.add(
            new ConfigMapBuilder()
                .withMetadata(metadata.owned(configMap(job)))
                .withImmutable(true)
                .withData(job.config())
                .build());
      }
      policy(platform, job, metadata, desired);
      CronJob cronJob = cronJob(job, metadata);
      obstacle(job, context)
          .ifPresentOrElse(text -> desired.hold(cronJob, text), () -> desired.add(cronJob));
    }
  }

  /** Nobody calls a job. */
  private static void policy(
      Platform platform, ResolvedJob job, ObjectMetadata metadata, DesiredBuilder desired) {
    desired.add(
        new NetworkPolicyBuilder()
            .withMetadata(metadata.owned(job.name()))
            .withNewSpec()
            .withNewPodSelector()
            .withMatchLabels(metadata.selector())
            .endPodSelector()
            .withPolicyTypes("Ingress", "Egress")
            .withEgress(new WaysOut(platform, job.stores(), List.of(), job.egress()).rules())
            .endSpec()
            .build());
  }

  private static CronJob cronJob(ResolvedJob job, ObjectMetadata metadata) {
    return new CronJobBuilder()
        .withMetadata(metadata.owned(job.name()))
        .withNewSpec()
        .withSchedule(job.schedule())
        .withTimeZone(job.timeZone().isEmpty() ? null : job.timeZone())
        // a run that takes longer than the pause must not work on what the next one works on
        .withConcurrencyPolicy("Forbid")
        .withNewJobTemplate()
        .withMetadata(metadata.pod())
        .withNewSpec()
        .withTemplate(pod(job, metadata).template())
        .endSpec()
        .endJobTemplate()
        .endSpec()
        .build();
  }

  private static TaskPod pod(ResolvedJob job, ObjectMetadata metadata) {
    return new TaskPod(
        metadata.pod(),
        job.name(),
        job.name(),
        job.image(),
        job.pullSecret(),
        job.args(),
        job.config().isEmpty() ? "" : configMap(job),
        job.env(),
        job.resources(),
        Hardening.pod(),
        new Mounts(job.writableDirectories(), job.files()),
        job.placement());
  }

  private static String configMap(ResolvedJob job) {
    return job.name() + "-config-" + Json.hash(job.config());
  }

  private static Optional<String> obstacle(ResolvedJob job, CompileContext context) {
    if (!job.waitsFor().isEmpty()) {
      return Optional.of("waits for " + String.join(", ", job.waitsFor()));
    }
    List<String> missing = Fingerprints.of(job.secrets(), context.fingerprints()).missing();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("waits for Secret " + String.join(", ", missing));
  }
}
