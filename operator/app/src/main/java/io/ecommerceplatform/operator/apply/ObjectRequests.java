package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.ObjectRef;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import java.util.Locale;

/** The three requests that the operator sends for an object, and nothing around them. */
final class ObjectRequests {
  private final KubernetesClient client;
  private final String fieldManager;

  ObjectRequests(KubernetesClient client, String fieldManager) {
    this.client = client;
    this.fieldManager = fieldManager;
  }

  /** Server-side apply. */
  GenericKubernetesResource apply(GenericKubernetesResource wanted, boolean force) {
    PatchContext context =
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(fieldManager)
            .withForce(force)
            .build();
    return resource(wanted).patch(context);
  }

  /** POST, which fails when the object exists. */
  GenericKubernetesResource create(GenericKubernetesResource wanted) {
    return resource(wanted).create();
  }

  /** Deletes exactly the object with that UID. */
  void delete(ObjectRef ref, String uid, DeletionPropagation propagation) {
    DeleteOptions options =
        new DeleteOptionsBuilder()
            .withPropagationPolicy(capitalised(propagation))
            .withNewPreconditions()
            .withUid(uid)
            .endPreconditions()
            .build();
    String path = ManagedKind.of(ref).path(ref.namespace(), ref.name());
    client.raw(path, "DELETE", options);
  }

  private Resource<GenericKubernetesResource> resource(GenericKubernetesResource wanted) {
    ManagedKind kind = ManagedKind.of(ref(wanted));
    GroupVersionKind names = new GroupVersionKind(kind.apiVersion(), kind.kind());
    ResourceDefinitionContext context =
        new ResourceDefinitionContext.Builder()
            .withGroup(names.getGroup())
            .withVersion(names.getVersion())
            .withKind(names.getKind())
            .withPlural(kind.plural())
            .withNamespaced(true)
            .build();
    return client
        .genericKubernetesResources(context)
        .inNamespace(wanted.getMetadata().getNamespace())
        .resource(wanted);
  }

  private static ObjectRef ref(GenericKubernetesResource object) {
    return new ObjectRef(
        object.getApiVersion(),
        object.getKind(),
        object.getMetadata().getNamespace(),
        object.getMetadata().getName());
  }

  private static String capitalised(DeletionPropagation propagation) {
    String lower = propagation.name().toLowerCase(Locale.ROOT);
    return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }
}
