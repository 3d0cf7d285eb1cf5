package io.ecommerceplatform.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.cli.text.UserError;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.PodView;
import io.ecommerceplatform.resource.PodViews;
import io.ecommerceplatform.resource.ServedKinds;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The picture of one namespace that the operator has, read with the caller's own rights. */
public final class LiveWorld {
  private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";
  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

  private final Cluster cluster;
  private final String veleroNamespace;
  private final Set<String> forbidden = new HashSet<>();

  /**
   * A picture that is not taken yet.
   *
   * @param cluster looked at in the platform's namespace
   * @param veleroNamespace where Velero's schedules are
   */
  public LiveWorld(Cluster cluster, String veleroNamespace) {
    this.cluster = cluster;
    this.veleroNamespace = veleroNamespace;
  }

  /** Everything of the managed kinds; of Secrets the keys and no value. */
  public Observed observe() {
    List<LiveObject> objects = new ArrayList<>();
    Map<String, Set<String>> secretKeys = new TreeMap<>();
    for (ManagedKind kind : ManagedKind.ALL) {
      List<ObjectNode> found =
          kind.isElsewhere() ? elsewhere(kind) : objects(kind, cluster.namespace());
      for (ObjectNode object : found) {
        if (kind.kind().equals("Secret")) {
          secretKeys.put(object.at("/metadata/name").asText(), withoutValues(object));
        }
        objects.add(new LiveObject(object));
      }
    }
    return Observed.of(objects, pods(), facts(secretKeys));
  }

  /** Who may see the namespace of the platform need not see that of Velero. */
  private List<ObjectNode> elsewhere(ManagedKind kind) {
    try {
      return objects(kind, veleroNamespace);
    } catch (UserError unreadable) {
      forbidden.add(kind.id());
      return List.of();
    }
  }

  private List<ObjectNode> objects(ManagedKind kind, String namespace) {
    String group = kind.apiVersion().contains("/") ? kind.apiVersion().split("/")[0] : "";
    String wish = "list " + kind.plural() + (group.isEmpty() ? "" : "." + group);
    String path = kind.path(namespace, "");
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode item : items(path.substring(0, path.length() - 1), wish, namespace)) {
      if (item instanceof ObjectNode object) {
        objects.add(object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind()));
      }
    }
    return objects;
  }

  private static Set<String> withoutValues(ObjectNode secret) {
    Set<String> keys = Set.copyOf(Json.strings(secret, "data").keySet());
    secret.remove("data");
    secret.remove("stringData");
    return keys;
  }

  private List<PodView> pods() {
    String path = "/api/v1/namespaces/" + cluster.namespace() + "/pods";
    List<PodView> views = new ArrayList<>();
    items(path, "list pods", cluster.namespace())
        .forEach(pod -> views.add(PodViews.of(Json.typed(pod, Pod.class))));
    return views;
  }

  private ClusterFacts facts(Map<String, Set<String>> secretKeys) {
    JsonNode classes =
        items("/apis/storage.k8s.io/v1/storageclasses", "list storageclasses.storage.k8s.io", "");
    String usual = "";
    for (JsonNode candidate : classes) {
      boolean isDefault =
          "true".equals(Json.strings(candidate.path("metadata"), "annotations").get(DEFAULT_CLASS));
      String name = candidate.at("/metadata/name").asText();
      usual = isDefault && (usual.isEmpty() || name.compareTo(usual) < 0) ? name : usual;
    }
    Set<String> kinds = new HashSet<>();
    items(DEFINITIONS, "list customresourcedefinitions.apiextensions.k8s.io", "")
        .forEach(d -> kinds.addAll(ServedKinds.of(d)));
    kinds.removeAll(forbidden);
    return new ClusterFacts(
        names(classes),
        expandable(classes),
        usual,
        names(
            items(
                "/apis/networking.k8s.io/v1/ingressclasses",
                "list ingressclasses.networking.k8s.io",
                "")),
        kinds,
        secretKeys,
        forbidden);
  }

  private static Set<String> expandable(JsonNode classes) {
    Set<String> names = new HashSet<>();
    classes
        .valueStream()
        .filter(c -> c.path("allowVolumeExpansion").asBoolean())
        .forEach(c -> names.add(c.at("/metadata/name").asText()));
    return names;
  }

  private static Set<String> names(JsonNode items) {
    Set<String> names = new HashSet<>();
    items.forEach(i -> names.add(i.at("/metadata/name").asText()));
    return names;
  }

  private JsonNode items(String path, String wish, String namespace) {
    return cluster
        .read(path, wish, namespace)
        .map(list -> list.path("items"))
        .orElseGet(() -> Json.tree(Map.of()));
  }
}
