package io.ecommerceplatform.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/** Changes one platform resource, as little of it as is said. */
public final class PlatformPatch {
  /** Name in managedFields. */
  public static final String FIELD_MANAGER = "kubectl-ecp";

  private static final PatchContext MERGE =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON_MERGE)
          .withFieldManager(FIELD_MANAGER)
          .build();

  private static final PatchContext JSON =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON)
          .withFieldManager(FIELD_MANAGER)
          .build();

  private PlatformPatch() {}

  /**
   * Adds an entry at the end of a list, unless somebody changed the resource meanwhile.
   *
   * @param platform the resource as it was read
   */
  public static void add(Cluster cluster, JsonNode platform, String list, JsonNode entry) {
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    patch
        .addObject()
        .put("op", "test")
        .put("path", "/metadata/resourceVersion")
        .set("value", platform.at("/metadata/resourceVersion"));
    patch.addObject().put("op", "add").put("path", list + "/-").set("value", entry);
    send(cluster, platform.at("/metadata/name").asText(), JSON, patch);
  }

  /** Merges a tree into the resource; what the API server refuses is told in its words. */
  public static void merge(Cluster cluster, String name, JsonNode change) {
    send(cluster, name, MERGE, change);
  }

  private static void send(Cluster cluster, String name, PatchContext how, JsonNode change) {
    try {
      cluster
          .client()
          .genericKubernetesResources(PlatformWatch.KIND)
          .inNamespace(cluster.namespace())
          .withName(name)
          .patch(how, change.toString());
    } catch (KubernetesClientException e) {
      String wish = "patch " + Platforms.RESOURCE;
      throw ClusterErrors.of(e, cluster.server(), wish, cluster.namespace());
    }
  }
}
