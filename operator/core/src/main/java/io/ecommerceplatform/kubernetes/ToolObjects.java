package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.Tool;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ToolPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Deployment and the Service of a tool of the catalogue. */
record ToolObjects(Platform platform, ToolPod pod) {
  private static final String COMPONENT = "observability";

  ObjectMetadata metadata() {
    return new ObjectMetadata(platform, pod.tool().name(), pod.tool().name(), COMPONENT);
  }

  static Map<String, String> pods(Platform platform, String tool) {
    return ObjectMetadata.selector(platform, tool, COMPONENT);
  }

  /** The container as the catalogue knows it, for its compiler to complete. */
  ContainerBuilder container() {
    Tool tool = pod.tool();
    List<ContainerPort> ports =
        tool.ports().entrySet().stream()
            .map(
                p ->
                    new ContainerPortBuilder()
                        .withName(p.getKey())
                        .withContainerPort(p.getValue())
                        .withProtocol("TCP")
                        .build())
            .sorted(Comparator.comparing(ContainerPort::getContainerPort))
            .toList();
    List<String> writable = new ArrayList<>(tool.writableDirs());
    writable.addAll(tool.copiedDirs());
    return new ContainerBuilder()
        .withName(tool.name())
        .withImage(pod.image())
        .withPorts(ports)
        .withResources(pod.resources())
        .withSecurityContext(Hardening.container())
        .withVolumeMounts(Hardening.writableMounts(writable));
  }

  Deployment deployment(Container container, List<Volume> volumes) {
    Tool tool = pod.tool();
    List<String> writable = new ArrayList<>(tool.writableDirs());
    writable.addAll(tool.copiedDirs());
    List<Volume> all = new ArrayList<>(Hardening.writableVolumes(writable));
    all.addAll(volumes);
    PodSpecBuilder spec =
        new PodSpecBuilder()
            .withAutomountServiceAccountToken(false)
            .withEnableServiceLinks(false)
            .withSecurityContext(Hardening.pod(tool.runAsUser(), tool.runAsUser()))
            .withInitContainers(
                tool.copiedDirs().stream()
                    .map(path -> Hardening.copy(path, pod.image(), pod.resources()))
                    .toList())
            .withContainers(container)
            .withVolumes(all);
    pod.roleArn().ifPresent(arn -> spec.withServiceAccountName(tool.name()));
    if (!pod.pullSecret().isEmpty()) {
      spec.withImagePullSecrets(List.of(new LocalObjectReference(pod.pullSecret())));
    }
    return new DeploymentBuilder()
        .withMetadata(metadata().owned(tool.name()))
        .withNewSpec()
        .withReplicas(1)
        .withNewSelector()
        .withMatchLabels(metadata().selector())
        .endSelector()
        .withNewTemplate()
        .withMetadata(
            new ObjectMetaBuilder(metadata().pod())
                .addToAnnotations(PodIdentity.annotations(pod.roleArn()))
                .build())
        .withSpec(new Spread(pod.placement(), false, metadata().selector()).on(spec).build())
        .endTemplate()
        .endSpec()
        .build();
  }

  /** Who it is in AWS; a tool without a role there is nobody. */
  Optional<ServiceAccount> identity() {
    return pod.roleArn()
        .map(arn -> PodIdentity.of(metadata().owned(pod.tool().name()), pod.roleArn()));
  }

  Service service(List<String> ports) {
    return new ServiceBuilder()
        .withMetadata(metadata().owned(pod.tool().name()))
        .withNewSpec()
        .withSelector(metadata().selector())
        .withPorts(
            ports.stream()
                .map(
                    name ->
                        new ServicePortBuilder()
                            .withName(name)
                            .withPort(pod.tool().ports().get(name))
                            .withProtocol("TCP")
                            .withTargetPort(new IntOrString(name))
                            .build())
                .toList())
        .endSpec()
        .build();
  }

  /** A volume with the files of a ConfigMap. */
  static Volume config(String name, String configMap) {
    return new VolumeBuilder()
        .withName(name)
        .withNewConfigMap()
        .withName(configMap)
        .endConfigMap()
        .build();
  }
}
