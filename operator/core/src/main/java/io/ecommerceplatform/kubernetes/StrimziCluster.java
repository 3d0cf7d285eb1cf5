package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.strimzi.api.kafka.model.common.template.ContainerEnvVar;
import io.strimzi.api.kafka.model.common.template.ContainerEnvVarBuilder;
import io.strimzi.api.kafka.model.common.template.ContainerTemplateBuilder;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaAuthorizationSimple;
import io.strimzi.api.kafka.model.kafka.KafkaBuilder;
import io.strimzi.api.kafka.model.kafka.entityoperator.EntityOperatorSpec;
import io.strimzi.api.kafka.model.kafka.entityoperator.EntityOperatorSpecBuilder;
import io.strimzi.api.kafka.model.kafka.exporter.KafkaExporterSpec;
import io.strimzi.api.kafka.model.kafka.exporter.KafkaExporterSpecBuilder;
import io.strimzi.api.kafka.model.kafka.listener.GenericKafkaListener;
import io.strimzi.api.kafka.model.kafka.listener.GenericKafkaListenerBuilder;
import io.strimzi.api.kafka.model.kafka.listener.KafkaListenerAuthenticationScramSha512;
import io.strimzi.api.kafka.model.kafka.listener.KafkaListenerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all brokers of a Strimzi cluster have in common, and the operators of its topics and users.
 */
record StrimziCluster(StoreComponent component) {

  Kafka build() {
    Store store = component.store();
    return new KafkaBuilder()
        .withMetadata(component.metadata().owned(store.name()))
        .withNewSpec()
        .withNewKafka()
        .withVersion(store.version().isEmpty() ? null : store.version())
        .withImage(store.image().isEmpty() ? null : store.image())
        .withListeners(listener())
        .withConfig(config())
        .withAuthorization(new KafkaAuthorizationSimple())
        .endKafka()
        .withEntityOperator(entityOperator())
        .withKafkaExporter(exporter())
        .endSpec()
        .build();
  }

  /** Open to the clients only, and to those of them who prove who they are (ADR-0011). */
  private GenericKafkaListener listener() {
    List<NetworkPolicyPeer> clients = new ArrayList<>();
    // without a single peer the listener would be open to everybody
    clients.add(peer(component.pods()));
    component
        .store()
        .clients()
        .forEach(name -> clients.add(peer(ObjectMetadata.selector(component.platform(), name))));
    QueueScaling.observer(component.platform()).ifPresent(clients::add);
    return new GenericKafkaListenerBuilder()
        .withName("plain")
        .withPort(component.store().port())
        .withType(KafkaListenerType.INTERNAL)
        .withTls(false)
        .withAuth(new KafkaListenerAuthenticationScramSha512())
        .withNetworkPolicyPeers(clients)
        .build();
  }

  private static NetworkPolicyPeer peer(Map<String, String> pods) {
    return new NetworkPolicyPeerBuilder()
        .withNewPodSelector()
        .withMatchLabels(pods)
        .endPodSelector()
        .build();
  }

  private Map<String, Object> config() {
    int brokers = component.store().replicas();
    int copies = Math.min(3, brokers);
    int inSync = brokers < 3 ? 1 : 2;
    Map<String, Object> config = new TreeMap<>();
    config.put("auto.create.topics.enable", false); // a misspelt topic must fail, not appear
    config.put("default.replication.factor", copies);
    config.put("min.insync.replicas", inSync);
    config.put("offsets.topic.replication.factor", copies);
    config.put("transaction.state.log.replication.factor", copies);
    config.put("transaction.state.log.min.isr", inSync);
    return config;
  }

  private EntityOperatorSpec entityOperator() {
    return new EntityOperatorSpecBuilder()
        .withNewTopicOperator()
        .withResources(resources("50m", "256Mi", "512Mi"))
        .endTopicOperator()
        .withNewUserOperator()
        .withResources(resources("50m", "256Mi", "512Mi"))
        .endUserOperator()
        .withNewTemplate()
        .withNewPod()
        .withSecurityContext(Hardening.pod())
        .withImagePullSecrets(component.pullSecrets())
        .endPod()
        .withTopicOperatorContainer(
            new ContainerTemplateBuilder()
                .withSecurityContext(StrimziPools.container())
                .withEnv(withoutFinalizers())
                .build())
        .withUserOperatorContainer(
            new ContainerTemplateBuilder().withSecurityContext(StrimziPools.container()).build())
        .endTemplate()
        .build();
  }

  /** What the exporter of a StatefulSet tells, by the same names. */
  private KafkaExporterSpec exporter() {
    return new KafkaExporterSpecBuilder()
        .withResources(resources("10m", "48Mi", "128Mi"))
        .withNewTemplate()
        .withNewPod()
        .withSecurityContext(Hardening.pod())
        .withImagePullSecrets(component.pullSecrets())
        .endPod()
        .withNewContainer()
        .withSecurityContext(StrimziPools.container())
        .endContainer()
        .endTemplate()
        .build();
  }

  /** Labels of the exporter's pods; Strimzi sets them. */
  static Map<String, String> exporterPods(StoreComponent component) {
    String cluster = component.store().name();
    return Map.of(StrimziStore.CLUSTER, cluster, "strimzi.io/name", cluster + "-kafka-exporter");
  }

  /** Else a namespace could not be deleted while topics are kept in it and nobody serves them. */
  private static ContainerEnvVar withoutFinalizers() {
    return new ContainerEnvVarBuilder()
        .withName("STRIMZI_USE_FINALIZERS")
        .withValue("false")
        .build();
  }

  private static ResourceRequirements resources(String cpu, String memory, String limit) {
    return new ResourceRequirementsBuilder()
        .withRequests(Map.of("cpu", new Quantity(cpu), "memory", new Quantity(memory)))
        .withLimits(Map.of("memory", new Quantity(limit)))
        .build();
  }
}
