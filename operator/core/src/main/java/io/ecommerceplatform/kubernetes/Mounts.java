package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.FileMount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The volumes of a pod: what it may write as its root file system is read-only, and files of
 * others.
 */
record Mounts(List<String> writable, List<FileMount> files) {

  List<Volume> volumes() {
    List<Volume> volumes = new ArrayList<>(Hardening.writableVolumes(writable));
    files.stream().map(Mounts::volume).distinct().forEach(volumes::add);
    return volumes;
  }

  List<VolumeMount> inContainer() {
    List<VolumeMount> mounts = new ArrayList<>(Hardening.writableMounts(writable));
    files.stream().map(Mounts::mount).forEach(mounts::add);
    return mounts;
  }

  private static Volume volume(FileMount file) {
    return new VolumeBuilder()
        .withName(file.configMap())
        .withNewConfigMap()
        .withName(file.configMap())
        .endConfigMap()
        .build();
  }

  private static VolumeMount mount(FileMount file) {
    return new VolumeMountBuilder()
        .withName(file.configMap())
        .withMountPath(file.path())
        .withReadOnly(true)
        .build();
  }
}
