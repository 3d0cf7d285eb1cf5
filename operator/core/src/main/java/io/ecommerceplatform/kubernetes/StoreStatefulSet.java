package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Map;

/** The members of one store, each with a volume that outlives it. */
record StoreStatefulSet(StoreFormation formation) {

  StatefulSet build(Fingerprints credentials) {
    StoreComponent component = formation.component();
    return new StatefulSetBuilder()
        .withMetadata(component.metadata().owned(component.store().name()))
        .withNewSpec()
        .withServiceName(component.headlessService())
        .withReplicas(formation.members())
        // the default start order would wait for a member that waits for the others, and for ever
        // for one that an earlier template broke; the field is immutable, so it is the same for all
        .withPodManagementPolicy("Parallel")
        .withNewSelector()
        .withMatchLabels(component.metadata().selector())
        .endSelector()
        .withNewTemplate()
        .withMetadata(podMetadata(credentials))
        .withSpec(new StorePod(formation).spec())
        .endTemplate()
        .withVolumeClaimTemplates(volume(component))
        .endSpec()
        .build();
  }

  private ObjectMeta podMetadata(Fingerprints credentials) {
    Map<String, String> annotations = credentials.annotations();
    return new ObjectMetaBuilder(formation.component().metadata().pod())
        .withAnnotations(annotations.isEmpty() ? null : annotations)
        .build();
  }

  private static PersistentVolumeClaim volume(StoreComponent component) {
    Store store = component.store();
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName(StorePod.DATA)
        .withLabels(component.retainedLabels())
        .endMetadata()
        .withNewSpec()
        .withAccessModes("ReadWriteOnce")
        .withStorageClassName(store.storageClass().isEmpty() ? null : store.storageClass())
        .withNewResources()
        .withRequests(Map.of("storage", Quantity.parse(store.storage())))
        .endResources()
        .endSpec()
        .build();
  }
}
