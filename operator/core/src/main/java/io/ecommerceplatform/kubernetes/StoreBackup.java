package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreEngine;
import io.ecommerceplatform.model.Dumps;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Dumps one database at times, to a volume that outlives it.
 *
 * @param component the database
 * @param dumps when
 * @param dump command and variables that write a dump
 */
record StoreBackup(StoreComponent component, Dumps dumps, StoreSetup dump) {
  private static final String TARGET = "/backup";
  private static final List<String> WRITABLE = List.of("/tmp");

  /** As large as the data, and never an object that garbage collection takes. */
  PersistentVolumeClaim volume() {
    Store store = component.store();
    return new PersistentVolumeClaimBuilder()
        .withMetadata(
            new ObjectMetaBuilder(metadata().retained(store.backupName()))
                .withLabels(component.retained(metadata()))
                .build())
        .withNewSpec()
        .withAccessModes("ReadWriteOnce")
        .withStorageClassName(store.storageClass().isEmpty() ? null : store.storageClass())
        .withNewResources()
        .withRequests(Map.of("storage", Quantity.parse(store.storage())))
        .endResources()
        .endSpec()
        .build();
  }

  CronJob cronJob() {
    return new CronJobBuilder()
        .withMetadata(metadata().owned(component.store().backupName()))
        .withNewSpec()
        .withSchedule(dumps.schedule())
        .withTimeZone("Etc/UTC")
        .withConcurrencyPolicy("Forbid")
        .withNewJobTemplate()
        .withMetadata(metadata().pod())
        .withNewSpec()
        .withTemplate(template())
        .endSpec()
        .endJobTemplate()
        .endSpec()
        .build();
  }

  private PodTemplateSpec template() {
    StoreEngine runtime = component.runtime();
    return new PodTemplateSpecBuilder()
        .withMetadata(metadata().pod())
        .withNewSpec()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withSecurityContext(Hardening.pod(runtime.runAsUser(), runtime.runAsGroup()))
        .withImagePullSecrets(component.pullSecrets())
        .withContainers(container())
        .withVolumes(volumes())
        .endSpec()
        .build();
  }

  private Container container() {
    List<EnvVar> env = new ArrayList<>(dump.env());
    env.add(EnvVars.value("TARGET", TARGET));
    env.add(EnvVars.value("KEEP_DAYS", String.valueOf(dumps.retentionDays())));
    return new ContainerBuilder()
        .withName("backup")
        .withImage(component.store().image())
        .withCommand(dump.command())
        .withEnv(env)
        .withResources(StoreSetupJob.resources())
        .withSecurityContext(Hardening.container())
        .withVolumeMounts(mounts())
        .build();
  }

  private List<Volume> volumes() {
    List<Volume> volumes = new ArrayList<>(Hardening.writableVolumes(WRITABLE));
    volumes.add(
        new VolumeBuilder()
            .withName("backup")
            .withNewPersistentVolumeClaim()
            .withClaimName(component.store().backupName())
            .endPersistentVolumeClaim()
            .build());
    return volumes;
  }

  private static List<VolumeMount> mounts() {
    List<VolumeMount> mounts = new ArrayList<>(Hardening.writableMounts(WRITABLE));
    mounts.add(new VolumeMountBuilder().withName("backup").withMountPath(TARGET).build());
    return mounts;
  }

  private ObjectMetadata metadata() {
    return component.backupMetadata();
  }
}
