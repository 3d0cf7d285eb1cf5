package io.ecommerceplatform.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.preflight.Part;
import io.ecommerceplatform.cli.preflight.Survey;
import io.ecommerceplatform.cli.text.UserError;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads what a cluster offers to platforms; a part that is forbidden does not hide the others. */
public final class Surveyor {
  private static final String OPERATORS =
      "/apis/apps/v1/deployments?labelSelector=app.kubernetes.io/name%3Decommerce-platform-operator";
  private static final String LEASES =
      "/apis/coordination.k8s.io/v1/leases"
          + "?fieldSelector=metadata.name%3Decommerce-platform-operator";

  private final Cluster cluster;
  private final Map<Part, List<JsonNode>> found = new EnumMap<>(Part.class);
  private final Map<Part, String> forbidden = new EnumMap<>(Part.class);

  public Surveyor(Cluster cluster) {
    this.cluster = cluster;
  }

  public Survey survey() {
    String namespace = cluster.namespace();
    read(Part.NAMESPACE, "/api/v1/namespaces/" + namespace, "get namespaces", "");
    read(
        Part.DEFINITIONS,
        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
        "list customresourcedefinitions.apiextensions.k8s.io",
        "");
    read(Part.OPERATORS, OPERATORS, "list deployments.apps", "");
    read(Part.LEASES, LEASES, "list leases.coordination.k8s.io", "");
    read(
        Part.STORAGE_CLASSES,
        "/apis/storage.k8s.io/v1/storageclasses",
        "list storageclasses.storage.k8s.io",
        "");
    read(
        Part.INGRESS_CLASSES,
        "/apis/networking.k8s.io/v1/ingressclasses",
        "list ingressclasses.networking.k8s.io",
        "");
    read(Part.API_GROUPS, "/apis", "get --raw /apis", "");
    read(Part.NODES, "/api/v1/nodes", "list nodes", "");
    read(
        Part.QUOTAS,
        "/api/v1/namespaces/" + namespace + "/resourcequotas",
        "list resourcequotas",
        namespace);
    return new Survey(found, forbidden);
  }

  private void read(Part part, String path, String wish, String where) {
    List<JsonNode> objects = new ArrayList<>();
    try {
      cluster.read(path, wish, where).ifPresent(answer -> add(answer, objects));
      found.put(part, objects);
    } catch (UserError e) {
      if (e.getCause() instanceof KubernetesClientException refusal && refusal.getCode() == 403) {
        forbidden.put(part, e.getMessage());
      } else {
        throw e;
      }
    }
  }

  /** A list of objects, a list of groups, or one object. */
  private static void add(JsonNode answer, List<JsonNode> objects) {
    if (answer.path("items").isArray()) {
      answer.path("items").forEach(objects::add);
    } else if (answer.path("groups").isArray()) {
      answer.path("groups").forEach(objects::add);
    } else {
      objects.add(answer);
    }
  }
}
