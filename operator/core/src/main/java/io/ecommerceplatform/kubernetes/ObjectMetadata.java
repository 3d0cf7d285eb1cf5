package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.Owner;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names, labels and owner of every object of one component, so that no compiler invents its own.
 *
 * @param platform whose component it is
 * @param application what runs, for example {@code order} or {@code postgresql}
 * @param instance name of the component inside the platform, for example {@code orders-db}
 * @param component its part in the platform, for example {@code service} or {@code database}
 */
record ObjectMetadata(Platform platform, String application, String instance, String component) {
  static final String INSTANCE = "app.kubernetes.io/instance";
  static final String COMPONENT = "app.kubernetes.io/component";
  private static final String MANAGER = "ecommerce-platform-operator";

  /** All labels: the owner's and the recommended ones. */
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>(platform.owner().labels());
    labels.put("app.kubernetes.io/name", application);
    labels.put(INSTANCE, instance);
    labels.put(COMPONENT, component);
    labels.put("app.kubernetes.io/part-of", platform.name());
    labels.put("app.kubernetes.io/managed-by", MANAGER);
    return labels;
  }

  /** All labels and some more. */
  Map<String, String> labels(Map<String, String> more) {
    Map<String, String> labels = labels();
    labels.putAll(more);
    return labels;
  }

  /** The subset that never changes, as selectors of workloads are immutable. */
  Map<String, String> selector() {
    return selector(platform, instance, component);
  }

  /** Selector of the pods of a component that somebody else compiles. */
  static Map<String, String> selector(Platform platform, String instance, String component) {
    Map<String, String> selector = selector(platform, instance);
    selector.put(COMPONENT, component);
    return selector;
  }

  /** Selector of all pods of one part of the platform, its Jobs included. */
  static Map<String, String> selector(Platform platform, String instance) {
    Map<String, String> selector = new LinkedHashMap<>();
    selector.put(Owner.PLATFORM, platform.name());
    selector.put(INSTANCE, instance);
    return selector;
  }

  /** Metadata of an object that goes when the platform goes. */
  ObjectMeta owned(String name) {
    return new ObjectMetaBuilder(retained(name)).withOwnerReferences(ownerReference()).build();
  }

  /** Metadata of what garbage collection must not take: volumes and credentials. */
  ObjectMeta retained(String name) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(platform.namespace())
        .withLabels(labels())
        .build();
  }

  /** Metadata of a pod template: labels only. */
  ObjectMeta pod() {
    return new ObjectMetaBuilder().withLabels(labels()).build();
  }

  private OwnerReference ownerReference() {
    return new OwnerReferenceBuilder()
        .withApiVersion("ecommerceplatform.io/v1alpha1")
        .withKind(Owner.KIND)
        .withName(platform.name())
        .withUid(platform.uid())
        .withController(true)
        .withBlockOwnerDeletion(false)
        .build();
  }
}
