package io.ecommerceplatform.operator.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Owner;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The objects of every managed kind, as somebody sees and edits them who is not the operator.
 *
 * @param admin that somebody's client
 * @param namespace where they are
 */
record LiveKinds(KubernetesClient admin, String namespace) {
  private static final String SOMEBODY = "somebody-else";
  private static final List<String> CONTROLLER_UIDS =
      List.of("controller-uid", "batch.kubernetes.io/controller-uid");

  /** One object of each kind that every cluster serves; of Secrets one that no data depends on. */
  List<GenericKubernetesResource> samples(String platform) {
    return ManagedKind.BUILT_IN.stream().flatMap(kind -> sample(kind, platform).stream()).toList();
  }

  Resource<GenericKubernetesResource> at(GenericKubernetesResource object) {
    return admin
        .genericKubernetesResources(object.getApiVersion(), object.getKind())
        .inNamespace(namespace)
        .withName(object.getMetadata().getName());
  }

  /** A JSON merge patch under another field manager's name. */
  void merge(GenericKubernetesResource object, String patch) {
    at(object).patch(context(PatchType.JSON_MERGE), patch);
  }

  /** A JSON patch under another field manager's name. */
  void patch(GenericKubernetesResource object, String patch) {
    at(object).patch(context(PatchType.JSON), patch);
  }

  /** What of an object is wanted: no status and nothing that every write moves. */
  static ObjectNode essence(GenericKubernetesResource object) {
    ObjectNode tree = Json.tree(object);
    tree.remove("status");
    tree.withObject("/metadata")
        .remove(List.of("resourceVersion", "generation", "managedFields", "uid"));
    return tree;
  }

  /** What is wanted of every object of a platform, without what the API server chose. */
  Map<String, ObjectNode> contents(String platform) {
    Map<String, ObjectNode> contents = new TreeMap<>();
    for (ManagedKind kind : ManagedKind.BUILT_IN) {
      admin
          .genericKubernetesResources(kind.apiVersion(), kind.kind())
          .inNamespace(namespace)
          .withLabel(Owner.PLATFORM, platform)
          .list()
          .getItems()
          .stream()
          .filter(object -> !isMadeByAnother(object))
          .forEach(object -> contents.put(id(object), chosenByUs(object)));
    }
    return contents;
  }

  // controllers copy the labels of what they control
  private static boolean isMadeByAnother(GenericKubernetesResource object) {
    return object.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> !Owner.KIND.equals(owner.getKind()));
  }

  private static ObjectNode chosenByUs(GenericKubernetesResource object) {
    ObjectNode tree = essence(object);
    tree.withObject("/metadata")
        .remove(List.of("creationTimestamp", "ownerReferences", "generateName"));
    tree.withObject("/spec").remove(List.of("clusterIP", "clusterIPs", "healthCheckNodePort"));
    if (object.getKind().equals("Job")) {
      tree.withObject("/spec").remove("selector");
      tree.withObject("/spec/template/metadata/labels").remove(CONTROLLER_UIDS);
      tree.withObject("/metadata/labels").remove(CONTROLLER_UIDS);
    }
    return tree;
  }

  static String id(GenericKubernetesResource object) {
    return object.getKind() + "/" + object.getMetadata().getName();
  }

  private Optional<GenericKubernetesResource> sample(ManagedKind kind, String platform) {
    return admin
        .genericKubernetesResources(kind.apiVersion(), kind.kind())
        .inNamespace(namespace)
        .withLabel(Owner.PLATFORM, platform)
        .list()
        .getItems()
        .stream()
        .filter(object -> !object.getMetadata().getName().endsWith("-credentials"))
        .min(Comparator.comparing(object -> object.getMetadata().getName()));
  }

  private static PatchContext context(PatchType type) {
    return new PatchContext.Builder().withPatchType(type).withFieldManager(SOMEBODY).build();
  }
}
