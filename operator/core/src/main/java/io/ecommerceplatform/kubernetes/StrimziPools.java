package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.strimzi.api.kafka.model.common.template.ContainerTemplateBuilder;
import io.strimzi.api.kafka.model.kafka.KRaftMetadataStorage;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePoolBuilder;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePoolTemplate;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePoolTemplateBuilder;
import io.strimzi.api.kafka.model.nodepool.ProcessRoles;
import java.util.ArrayList;
import java.util.List;

/**
 * The nodes of a Strimzi cluster: the first one or three are the quorum of controllers and brokers
 * too, those beyond are brokers only, as with brokers of our own.
 */
record StrimziPools(StoreComponent component) {
  private static final int QUORUM = 3;
  private static final long GRACE_SECONDS = 120;

  List<KafkaNodePool> build() {
    int brokers = component.store().replicas();
    int quorum = brokers < QUORUM ? 1 : QUORUM;
    List<KafkaNodePool> pools = new ArrayList<>();
    pools.add(pool("quorum", quorum, List.of(ProcessRoles.CONTROLLER, ProcessRoles.BROKER)));
    if (brokers > quorum) {
      pools.add(pool("brokers", brokers - quorum, List.of(ProcessRoles.BROKER)));
    }
    return pools;
  }

  private KafkaNodePool pool(String name, int replicas, List<ProcessRoles> roles) {
    Store store = component.store();
    return new KafkaNodePoolBuilder()
        .withMetadata(StrimziStore.part(component, name))
        .withNewSpec()
        .withReplicas(replicas)
        .withRoles(roles)
        .withNewJbodStorage()
        .addNewPersistentClaimStorageVolume()
        .withId(0)
        .withSize(store.storage())
        .withStorageClass(store.storageClass().isEmpty() ? null : store.storageClass())
        .withKraftMetadata(KRaftMetadataStorage.SHARED)
        .withDeleteClaim(store.losesVolumes())
        .endPersistentClaimStorageVolume()
        .endJbodStorage()
        .withResources(store.resources())
        .withTemplate(template())
        .endSpec()
        .build();
  }

  private KafkaNodePoolTemplate template() {
    Store store = component.store();
    Spread spread = new Spread(store.placement(), store.required(), component.pods());
    return new KafkaNodePoolTemplateBuilder()
        .withNewPod()
        .withTerminationGracePeriodSeconds((int) GRACE_SECONDS)
        .withSecurityContext(pod())
        .withImagePullSecrets(component.pullSecrets())
        .withTopologySpreadConstraints(spread.zones())
        .withTolerations(spread.tolerations())
        .withAffinity(affinity(spread))
        .endPod()
        .withKafkaContainer(new ContainerTemplateBuilder().withSecurityContext(container()).build())
        .build();
  }

  /** Strimzi's template has no node selector, so the pool is an affinity. */
  private Affinity affinity(Spread spread) {
    AffinityBuilder affinity = new AffinityBuilder(spread.differentHosts());
    if (spread.pool().isAny()) {
      return affinity.build();
    }
    return affinity
        .withNewNodeAffinity()
        .withNewRequiredDuringSchedulingIgnoredDuringExecution()
        .addNewNodeSelectorTerm()
        .addNewMatchExpression()
        .withKey(Spread.POOL_LABEL)
        .withOperator("In")
        .withValues(spread.pool().pool())
        .endMatchExpression()
        .endNodeSelectorTerm()
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .endNodeAffinity()
        .build();
  }

  /** The image's user belongs to group 0 and must be able to write the volume. */
  private static PodSecurityContext pod() {
    return new PodSecurityContextBuilder(Hardening.pod()).withFsGroup(0L).build();
  }

  /** What {@code restricted} asks for; Strimzi's image writes to its own root file system. */
  static SecurityContext container() {
    return new SecurityContextBuilder()
        .withAllowPrivilegeEscalation(false)
        .withRunAsNonRoot(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .build();
  }
}
