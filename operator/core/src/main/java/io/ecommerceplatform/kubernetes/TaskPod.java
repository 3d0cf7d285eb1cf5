package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.NodePool;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;

/**
 * A pod that runs to its end. One that failed is not started again in place, so that its log can be
 * read while the next one tries.
 *
 * @param metadata labels and annotations
 * @param name name of the container
 * @param serviceAccount as whom it runs
 * @param image full image reference
 * @param pullSecret Secret that opens the registry; empty for none
 * @param args arguments of the image's entry point; empty for none
 * @param configMap ConfigMap with plain settings; empty for none
 * @param env variables beside it
 * @param resources requests and limits
 * @param security as which user it runs
 * @param mounts files that it reads and writes
 * @param pool where it may run
 */
record TaskPod(
    ObjectMeta metadata,
    String name,
    String serviceAccount,
    String image,
    String pullSecret,
    List<String> args,
    String configMap,
    List<EnvVar> env,
    ResourceRequirements resources,
    PodSecurityContext security,
    Mounts mounts,
    NodePool pool) {

  PodTemplateSpec template() {
    PodSpecBuilder spec =
        new PodSpecBuilder()
            .withServiceAccountName(serviceAccount)
            .withAutomountServiceAccountToken(false)
            .withEnableServiceLinks(false)
            .withSecurityContext(security)
            .withRestartPolicy("Never")
            .withContainers(container())
            .withVolumes(mounts.volumes())
            .withNodeSelector(pool.isAny() ? null : Map.of(Spread.POOL_LABEL, pool.pool()))
            .withTolerations(Spread.tolerations(pool));
    if (!pullSecret.isEmpty()) {
      spec.withImagePullSecrets(new LocalObjectReference(pullSecret));
    }
    return new PodTemplateSpecBuilder().withMetadata(metadata).withSpec(spec.build()).build();
  }

  private Container container() {
    ContainerBuilder container =
        new ContainerBuilder()
            .withName(name)
            .withImage(image)
            .withArgs(args)
            .withEnv(env)
            .withResources(resources)
            .withSecurityContext(Hardening.container())
            .withVolumeMounts(mounts.inContainer());
    if (!configMap.isEmpty()) {
      container
          .addNewEnvFrom()
          .withNewConfigMapRef()
          .withName(configMap)
          .endConfigMapRef()
          .endEnvFrom();
    }
    return container.build();
  }
}
