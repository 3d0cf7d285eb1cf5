package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Objects of kinds that a cluster may lack, as a person sees and edits them.
 *
 * @param admin a client that may do all
 * @param namespace where they are
 */
record OptionalObjects(KubernetesClient admin, String namespace) {

  List<String> names(ManagedKind kind) {
    return list(kind).stream().map(o -> o.getMetadata().getName()).sorted().toList();
  }

  GenericKubernetesResource get(ManagedKind kind, String name) {
    return resources(kind).inNamespace(namespace).withName(name).get();
  }

  /** The resourceVersions of all objects of some kinds. */
  Map<String, String> versions(List<ManagedKind> kinds) {
    Map<String, String> versions = new TreeMap<>();
    for (ManagedKind kind : kinds) {
      for (GenericKubernetesResource object : list(kind)) {
        String id = kind.kind() + "/" + object.getMetadata().getName();
        versions.put(id, object.getMetadata().getResourceVersion());
      }
    }
    return versions;
  }

  void edit(ManagedKind kind, String name, String patch) {
    resources(kind)
        .inNamespace(namespace)
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  private List<GenericKubernetesResource> list(ManagedKind kind) {
    try {
      return resources(kind).inNamespace(namespace).list().getItems();
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return List.of(); // the definition is not there
      }
      throw e;
    }
  }

  // told, not discovered: the client would remember that the kind is not there
  private MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      resources(ManagedKind kind) {
    String[] api = kind.apiVersion().split("/");
    return admin.genericKubernetesResources(
        new ResourceDefinitionContext.Builder()
            .withGroup(api[0])
            .withVersion(api[1])
            .withKind(kind.kind())
            .withPlural(kind.plural())
            .withNamespaced(true)
            .build());
  }
}
