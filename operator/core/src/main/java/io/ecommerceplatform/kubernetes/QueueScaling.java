package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.QueueTrigger;
import io.ecommerceplatform.model.Scaling;
import io.ecommerceplatform.model.ScalingWindow;
import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What KEDA makes an autoscaler of: the depth of a queue beside all other reasons to scale. Two
 * autoscalers on one Deployment would fight, so there is none of ours.
 *
 * @param names of the service
 * @param scaling its bounds and targets
 * @param now the reading of the clock
 */
record QueueScaling(ServiceNames names, Scaling scaling, Instant now) {
  /** Version of the protocol: one that Kafka 4 still speaks, and Kafka 3 already. */
  private static final String PROTOCOL = "3.0.0";

  private static final String NAMESPACE = "keda";

  GenericKubernetesResource scaledObject(Color color) {
    Scaling.Bounds bounds = scaling.at(now);
    GenericKubernetesResource scaled = new GenericKubernetesResource();
    scaled.setApiVersion(ManagedKind.SCALED_OBJECT.apiVersion());
    scaled.setKind(ManagedKind.SCALED_OBJECT.kind());
    scaled.setMetadata(names.owned(color));
    scaled.setAdditionalProperty(
        "spec",
        Map.of(
            "scaleTargetRef",
            Map.of("name", names.of(color)),
            // KEDA's clock only adds replicas, so what lowers the bounds is ours
            "minReplicaCount",
            Math.min(scaling.min(), bounds.min()),
            "maxReplicaCount",
            bounds.max(),
            "triggers",
            triggers()));
    return scaled;
  }

  /** Where the pods of KEDA's operator are, which ask the brokers; empty when none asks. */
  static Optional<NetworkPolicyPeer> observer(Platform platform) {
    return platform.services().stream().noneMatch(s -> s.scaling().queue().isPresent())
        ? Optional.empty()
        : Optional.of(
            new NetworkPolicyPeerBuilder()
                .withNewNamespaceSelector()
                .addToMatchLabels("kubernetes.io/metadata.name", NAMESPACE)
                .endNamespaceSelector()
                .withNewPodSelector()
                .addToMatchLabels("app", "keda-operator")
                .endPodSelector()
                .build());
  }

  private List<Map<String, Object>> triggers() {
    List<Map<String, Object>> triggers = new ArrayList<>();
    scaling.queue().ifPresent(queue -> triggers.add(kafka(queue)));
    if (scaling.cpuPercent() > 0) {
      triggers.add(utilization("cpu", scaling.cpuPercent()));
    }
    if (scaling.memoryPercent() > 0) {
      triggers.add(utilization("memory", scaling.memoryPercent()));
    }
    scaling.windows().forEach(window -> triggers.add(trigger("cron", cron(window))));
    return triggers;
  }

  private static Map<String, Object> kafka(QueueTrigger queue) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("bootstrapServers", queue.bootstrapServers());
    metadata.put("consumerGroup", queue.consumerGroup());
    metadata.put("lagThreshold", String.valueOf(queue.target()));
    metadata.put("version", PROTOCOL);
    if (!queue.topic().isEmpty()) {
      metadata.put("topic", queue.topic());
    }
    Map<String, Object> trigger = new TreeMap<>(trigger("kafka", metadata));
    if (!queue.authentication().isEmpty()) {
      trigger.put("authenticationRef", Map.of("name", queue.authentication()));
    }
    return trigger;
  }

  private static Map<String, String> cron(ScalingWindow window) {
    return Map.of(
        "timezone", window.start().zone(),
        "start", window.start().expression(),
        "end", window.end().expression(),
        "desiredReplicas", String.valueOf(window.min()));
  }

  private static Map<String, Object> utilization(String resource, int percent) {
    Map<String, Object> trigger =
        new TreeMap<>(trigger(resource, Map.of("value", String.valueOf(percent))));
    trigger.put("metricType", "Utilization");
    return trigger;
  }

  private static Map<String, Object> trigger(String type, Map<String, String> metadata) {
    return Map.of("type", type, "metadata", metadata);
  }
}
