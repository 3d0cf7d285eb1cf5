package io.ecommerceplatform.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.text.Closest;
import io.ecommerceplatform.cli.text.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds platforms in a cluster, and says what there is instead of the one that is not there. */
public final class Platforms {
  public static final String RESOURCE = "ecommerceplatforms.ecommerceplatform.io";
  private static final String API = "/apis/ecommerceplatform.io/v1alpha1";
  private static final String INSTALL =
      "kubectl apply --server-side -f crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml";

  private final Cluster cluster;

  public Platforms(Cluster cluster) {
    this.cluster = cluster;
  }

  /** The platform of that name. */
  public JsonNode get(String name) {
    return find(name).orElseThrow(() -> notFound(name));
  }

  /** The platforms of the namespace; at least one. */
  public List<JsonNode> list() {
    List<JsonNode> found = items(cluster.namespace());
    if (found.isEmpty()) {
      throw none();
    }
    return found;
  }

  /** The platform of that name, or the only one of the namespace when the name is null. */
  public JsonNode only(String name) {
    if (name != null) {
      return get(name);
    }
    List<JsonNode> found = list();
    if (found.size() > 1) {
      throw new UserError(
          "namespace %s has several platforms: %s"
              .formatted(cluster.namespace(), String.join(", ", names(found))),
          "the same command with one of these names");
    }
    return found.get(0);
  }

  /** The platform of that name, if there is one. */
  public Optional<JsonNode> find(String name) {
    String path = API + "/namespaces/" + cluster.namespace() + "/ecommerceplatforms/" + name;
    return cluster.read(path, "get " + RESOURCE, cluster.namespace());
  }

  /** Whether the namespace has one; a cluster without the CRD has none. */
  public boolean any() {
    String path = API + "/namespaces/" + cluster.namespace() + "/ecommerceplatforms";
    return cluster
        .read(path, "list " + RESOURCE, cluster.namespace())
        .map(list -> !list.path("items").isEmpty())
        .orElse(false);
  }

  private List<JsonNode> items(String namespace) {
    String where = namespace.isEmpty() ? "" : "/namespaces/" + namespace;
    JsonNode list =
        cluster
            .read(API + where + "/ecommerceplatforms", "list " + RESOURCE, namespace)
            .orElseThrow(
                () ->
                    new UserError(
                        "the cluster at %s does not know ECommercePlatform: its CRD is not installed"
                            .formatted(cluster.server()),
                        INSTALL));
    List<JsonNode> items = new ArrayList<>();
    list.path("items").forEach(items::add);
    return items;
  }

  private UserError notFound(String name) {
    List<String> here = names(items(cluster.namespace()));
    if (here.isEmpty()) {
      return elsewhere(name);
    }
    List<String> near = Closest.to(name, here);
    String proposal = near.isEmpty() ? here.get(0) : near.get(0);
    return new UserError(
        "namespace %s has no platform %s; it has %s"
            .formatted(cluster.namespace(), name, String.join(", ", here)),
        "kubectl ecp status %s -n %s".formatted(proposal, cluster.namespace()));
  }

  private UserError none() {
    return elsewhere("");
  }

  private UserError elsewhere(String name) {
    String what =
        "namespace "
            + cluster.namespace()
            + " has no platform"
            + (name.isEmpty() ? "" : " " + name);
    for (JsonNode other : everywhere()) {
      String namespace = other.at("/metadata/namespace").asText();
      String found = other.at("/metadata/name").asText();
      return new UserError(
          what + "; namespace " + namespace + " has " + found,
          "kubectl ecp status %s -n %s".formatted(found, namespace));
    }
    return new UserError(
        what, "kubectl apply -n " + cluster.namespace() + " -f samples/minimal.yaml");
  }

  private List<JsonNode> everywhere() {
    try {
      return items("");
    } catch (UserError e) {
      return List.of(); // only a better proposal is lost when this is forbidden
    }
  }

  private static List<String> names(List<JsonNode> platforms) {
    return platforms.stream().map(p -> p.at("/metadata/name").asText()).sorted().toList();
  }
}
