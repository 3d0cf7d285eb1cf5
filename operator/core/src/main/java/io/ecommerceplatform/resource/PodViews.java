package io.ecommerceplatform.resource;

import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads out of a pod what a person wants to know when it is not ready. */
public final class PodViews {
  // states that every healthy pod passes through
  private static final Set<String> STARTING = Set.of("ContainerCreating", "PodInitializing");

  private PodViews() {}

  private record Trouble(String reason, String message, String image) {
    static final Trouble NONE = new Trouble("", "", "");
  }

  /** The view of one pod. */
  public static PodView of(Pod pod) {
    Trouble trouble =
        statuses(pod)
            .flatMap(status -> waiting(status).stream())
            .findFirst()
            .or(() -> statuses(pod).flatMap(status -> failed(status).stream()).findFirst())
            .or(() -> unschedulable(pod))
            .orElse(Trouble.NONE);
    Map<String, String> labels = pod.getMetadata().getLabels();
    return new PodView(
        pod.getMetadata().getName(),
        labels == null ? Map.of() : labels,
        condition(pod, "Ready").filter(c -> c.getStatus().equals("True")).isPresent(),
        statuses(pod).mapToInt(ContainerStatus::getRestartCount).sum(),
        trouble.reason(),
        trouble.message(),
        trouble.image(),
        configMaps(pod));
  }

  /** A pod without what nobody asks about, to keep memory small. */
  public static Pod trim(Pod full) {
    PodSpec spec = full.getSpec() == null ? null : trim(full.getSpec());
    return new PodBuilder(full)
        .editMetadata()
        .withManagedFields(List.of())
        .withAnnotations(Map.of())
        .endMetadata()
        .withSpec(spec)
        .build();
  }

  private static PodSpec trim(PodSpec full) {
    return new PodSpecBuilder()
        .withVolumes(full.getVolumes().stream().filter(v -> v.getConfigMap() != null).toList())
        .withInitContainers(trim(full.getInitContainers()))
        .withContainers(trim(full.getContainers()))
        .build();
  }

  private static List<Container> trim(List<Container> full) {
    return full.stream()
        .map(c -> new ContainerBuilder().withName(c.getName()).withEnvFrom(c.getEnvFrom()).build())
        .toList();
  }

  private static Optional<Trouble> waiting(ContainerStatus status) {
    ContainerStateWaiting waiting =
        Optional.ofNullable(status.getState()).map(ContainerState::getWaiting).orElse(null);
    if (waiting == null || waiting.getReason() == null || STARTING.contains(waiting.getReason())) {
      return Optional.empty();
    }
    String message = text(waiting.getMessage());
    return Optional.of(new Trouble(waiting.getReason(), message, text(status.getImage())));
  }

  private static Optional<Trouble> failed(ContainerStatus status) {
    ContainerStateTerminated end =
        Optional.ofNullable(status.getState()).map(ContainerState::getTerminated).orElse(null);
    if (end == null || end.getExitCode() == null || end.getExitCode() == 0) {
      return Optional.empty();
    }
    String message = "exit code %d %s".formatted(end.getExitCode(), text(end.getMessage())).trim();
    return Optional.of(
        new Trouble(
            Objects.requireNonNullElse(end.getReason(), "Error"),
            message,
            text(status.getImage())));
  }

  private static Optional<Trouble> unschedulable(Pod pod) {
    return condition(pod, "PodScheduled")
        .filter(c -> c.getStatus().equals("False"))
        .map(c -> new Trouble(text(c.getReason()), text(c.getMessage()), ""));
  }

  private static Stream<ContainerStatus> statuses(Pod pod) {
    if (pod.getStatus() == null) {
      return Stream.empty();
    }
    return Stream.concat(
        pod.getStatus().getInitContainerStatuses().stream(),
        pod.getStatus().getContainerStatuses().stream());
  }

  private static Optional<PodCondition> condition(Pod pod, String type) {
    if (pod.getStatus() == null) {
      return Optional.empty();
    }
    return pod.getStatus().getConditions().stream()
        .filter(c -> c.getType().equals(type))
        .findFirst();
  }

  private static Set<String> configMaps(Pod pod) {
    if (pod.getSpec() == null) {
      return Set.of();
    }
    Stream<String> volumes =
        pod.getSpec().getVolumes().stream()
            .map(Volume::getConfigMap)
            .filter(Objects::nonNull)
            .map(source -> source.getName());
    Stream<String> environments =
        Stream.concat(
                pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream())
            .flatMap(container -> container.getEnvFrom().stream())
            .map(EnvFromSource::getConfigMapRef)
            .filter(Objects::nonNull)
            .map(ConfigMapEnvSource::getName);
    return Stream.concat(volumes, environments).collect(Collectors.toUnmodifiableSet());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
