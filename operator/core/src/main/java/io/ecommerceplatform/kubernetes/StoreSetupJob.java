package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreEngine;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;

/**
 * The Job that makes what clients need inside a store. Its name carries the hash of its content, as
 * a Job cannot be changed: another client or password is another Job, and the old one is pruned.
 */
record StoreSetupJob(StoreComponent component, StoreSetup setup) {
  private static final List<String> WRITABLE = List.of("/tmp");

  Job build(Fingerprints passwords) {
    PodTemplateSpec template = template(passwords);
    return new JobBuilder()
        .withMetadata(
            component
                .setupMetadata()
                .owned(HashedName.of(component.store().name(), "setup", Json.hash(template))))
        .withNewSpec()
        // it waits for the server by itself, so a failure is one of the statements
        .withBackoffLimit(20)
        .withTemplate(template)
        .endSpec()
        .build();
  }

  private PodTemplateSpec template(Fingerprints passwords) {
    StoreEngine runtime = component.runtime();
    Map<String, String> annotations = passwords.annotations();
    return new PodTemplateSpecBuilder()
        .withMetadata(
            new ObjectMetaBuilder(component.setupMetadata().pod())
                .withAnnotations(annotations.isEmpty() ? null : annotations)
                .build())
        .withNewSpec()
        .withRestartPolicy("OnFailure")
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withSecurityContext(Hardening.pod(runtime.runAsUser(), runtime.runAsGroup()))
        .withImagePullSecrets(component.pullSecrets())
        .withContainers(container())
        .withVolumes(Hardening.writableVolumes(WRITABLE))
        .endSpec()
        .build();
  }

  private Container container() {
    return new ContainerBuilder()
        .withName("setup")
        .withImage(component.store().image())
        .withCommand(setup.command())
        .withEnv(setup.env())
        .withResources(resources())
        .withSecurityContext(Hardening.container())
        .withVolumeMounts(Hardening.writableMounts(WRITABLE))
        .build();
  }

  /** For a client of a store that runs to its end. */
  static ResourceRequirements resources() {
    return new ResourceRequirementsBuilder()
        .withRequests(Map.of("cpu", new Quantity("50m"), "memory", new Quantity("128Mi")))
        .withLimits(Map.of("memory", new Quantity("512Mi")))
        .build();
  }
}
