package io.ecommerceplatform.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.Locale;

/** Security contexts that PodSecurity {@code restricted} admits, the same for every pod we make. */
final class Hardening {
  private Hardening() {}

  /** For an image that names a numeric user of its own. */
  static PodSecurityContext pod() {
    return new PodSecurityContextBuilder()
        .withRunAsNonRoot(true)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .build();
  }

  /** For an image that runs as the given user, who must be able to write its volumes. */
  static PodSecurityContext pod(long user, long group) {
    return new PodSecurityContextBuilder(pod())
        .withRunAsUser(user)
        .withRunAsGroup(group)
        .withFsGroup(group)
        // else every start walks the whole volume before the server comes up
        .withFsGroupChangePolicy("OnRootMismatch")
        .build();
  }

  static SecurityContext container() {
    return new SecurityContextBuilder()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .build();
  }

  /** Volume names of writable paths: {@code /var/run/mysqld} is {@code writable-var-run-mysqld}. */
  static String volumeName(String path) {
    return "writable" + path.replaceAll("[^a-zA-Z0-9]+", "-").toLowerCase(Locale.ROOT);
  }

  /** An emptyDir for each path, as the root file system is read-only. */
  static List<Volume> writableVolumes(List<String> paths) {
    return paths.stream()
        .map(
            path ->
                new VolumeBuilder()
                    .withName(volumeName(path))
                    .withNewEmptyDir()
                    .endEmptyDir()
                    .build())
        .toList();
  }

  /** The mounts of {@link #writableVolumes}. */
  static List<VolumeMount> writableMounts(List<String> paths) {
    return paths.stream()
        .map(
            path -> new VolumeMountBuilder().withName(volumeName(path)).withMountPath(path).build())
        .toList();
  }

  /** Fills a writable folder with what the image, which is read-only itself, has there. */
  static Container copy(String path, String image, ResourceRequirements resources) {
    return new ContainerBuilder()
        .withName("copy-" + path.substring(path.lastIndexOf('/') + 1))
        .withImage(image)
        .withCommand("cp", "-R", path + "/.", "/copy/")
        .withResources(resources)
        .withSecurityContext(container())
        .withVolumeMounts(
            new VolumeMountBuilder().withName(volumeName(path)).withMountPath("/copy").build())
        .build();
  }
}
