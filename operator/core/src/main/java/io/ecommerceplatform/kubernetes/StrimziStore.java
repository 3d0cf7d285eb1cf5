package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.KafkaTopic;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.plan.Diff;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirementBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.strimzi.api.kafka.model.topic.KafkaTopicBuilder;
import java.util.List;
import java.util.Map;

/** Compiles a Kafka that the Strimzi operator runs: its nodes, topics and users. */
final class StrimziStore {
  /** Ties pools and topics to their cluster, and is on every pod that Strimzi makes. */
  static final String CLUSTER = "strimzi.io/cluster";

  private static final long MILLIS_PER_HOUR = 3_600_000L;

  private StrimziStore() {}

  static void compile(StoreComponent component, DesiredBuilder desired) {
    desired.add(new StrimziCluster(component).build());
    new StrimziPools(component).build().forEach(desired::add);
    component.platform().topics().forEach(topic -> desired.add(topic(component, topic)));
    new StrimziUsers(component).compile(desired);
  }

  /** Labels of the brokers; Strimzi sets them. */
  static Map<String, String> pods(StoreComponent component) {
    String cluster = component.store().name();
    return Map.of(CLUSTER, cluster, "strimzi.io/name", cluster + "-kafka");
  }

  /** Strimzi copies our labels to its pods and writes their policies itself. */
  static List<LabelSelectorRequirement> foreignPods(Platform platform) {
    return platform.stores().stream().anyMatch(Store::isStrimzi)
        ? List.of(
            new LabelSelectorRequirementBuilder()
                .withKey(CLUSTER)
                .withOperator("DoesNotExist")
                .build())
        : List.of();
  }

  /** Metadata of a part of the cluster. */
  static ObjectMeta part(StoreComponent component, String name) {
    return new ObjectMetaBuilder(component.metadata().owned(name))
        .addToLabels(CLUSTER, component.store().name())
        .build();
  }

  /** Kept and never owned: to delete the resource of a topic is to delete its records. */
  private static io.strimzi.api.kafka.model.topic.KafkaTopic topic(
      StoreComponent component, KafkaTopic topic) {
    return new KafkaTopicBuilder()
        .withMetadata(
            new ObjectMetaBuilder(component.metadata().retained(topic.name()))
                .addToLabels(CLUSTER, component.store().name())
                .addToLabels(Diff.DELETION_POLICY, Diff.RETAIN)
                .build())
        .withNewSpec()
        .withPartitions(topic.partitions())
        .withReplicas(topic.replicationFactor())
        .withConfig(
            topic.retentionHours() == 0
                ? null
                : Map.of("retention.ms", topic.retentionHours() * MILLIS_PER_HOUR))
        .endSpec()
        .build();
  }
}
