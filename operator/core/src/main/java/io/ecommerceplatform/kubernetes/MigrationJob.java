package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Migration;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Optional;

/**
 * The Job that changes the schema of a service before its new pods start: the same image with the
 * argument {@code migrate} and the same environment. It runs as the service's own database user:
 * that one owns the tables of every platform that has migrated at the start so far, and a second
 * user could change them only after they were taken from it for good.
 *
 * @param names of the service
 * @param migration what is other than in its pods
 */
record MigrationJob(ServiceNames names, Migration migration) {
  /** Value of the component label, apart from that of the service, so that nobody calls its pod. */
  static final String COMPONENT = "migration";

  private static final String ARGUMENT = "migrate";
  // for what passes by itself; a statement that fails fails again
  private static final int RETRIES = 2;

  static Optional<HasMetadata> of(ServiceNames names) {
    return names.service().migration().map(m -> new MigrationJob(names, m).build());
  }

  private HasMetadata build() {
    PodTemplateSpec template = pod().template();
    String name = HashedName.of(names.service().name(), ARGUMENT, Json.hash(template));
    return new JobBuilder()
        .withMetadata(metadata().owned(name))
        .withNewSpec()
        .withBackoffLimit(RETRIES)
        .withTemplate(template)
        .endSpec()
        .build();
  }

  private ObjectMetadata metadata() {
    ObjectMetadata service = names.metadata();
    return new ObjectMetadata(
        names.platform(), service.application(), service.instance(), COMPONENT);
  }

  private TaskPod pod() {
    ResolvedService service = names.service();
    return new TaskPod(
        metadata().pod(),
        ARGUMENT,
        service.name(),
        service.image(),
        service.pullSecret(),
        List.of(ARGUMENT),
        service.config().isEmpty() ? "" : names.configMap(),
        EnvVars.merge(service.env(), settings()),
        service.resources(),
        security(service),
        new Mounts(service.writableDirectories(), service.files()),
        service.placement());
  }

  private List<EnvVar> settings() {
    return migration.settings().entrySet().stream()
        .map(setting -> EnvVars.value(setting.getKey(), setting.getValue()))
        .toList();
  }

  private static PodSecurityContext security(ResolvedService service) {
    return service.user() == 0 ? Hardening.pod() : Hardening.pod(service.user(), service.user());
  }
}
