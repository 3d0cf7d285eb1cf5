package io.ecommerceplatform.resource;

import java.util.Map;
import java.util.Set;

/**
 * What of a pod matters to a person who asks why something is not ready.
 *
 * @param name the pod's name
 * @param labels the pod's labels
 * @param ready its Ready condition
 * @param restarts sum over its containers
 * @param reason why it is not running, for example {@code ImagePullBackOff}; empty when it is fine
 * @param message the kubelet's or the scheduler's words; may be empty
 * @param image the image of the container that the reason is about
 * @param configMaps names of the ConfigMaps that it mounts or reads its environment from
 */
public record PodView(
    String name,
    Map<String, String> labels,
    boolean ready,
    int restarts,
    String reason,
    String message,
    String image,
    Set<String> configMaps) {

  public PodView {
    labels = Map.copyOf(labels);
    configMaps = Set.copyOf(configMaps);
  }
}
