package io.ecommerceplatform.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Desired objects as documents, in the order of a plan. */
public final class Manifests {
  private Manifests() {}

  public static List<JsonNode> of(Desired desired) {
    List<Manifest> manifests = new ArrayList<>(desired.objects());
    desired.secrets().forEach(s -> manifests.add(secret(s)));
    return manifests.stream()
        .sorted(Comparator.comparing(Manifest::ref))
        .<JsonNode>map(manifest -> withoutUnknownOwner(manifest.json()))
        .toList();
  }

  /** A resource that was never applied has no UID, and nobody can own without one. */
  private static ObjectNode withoutUnknownOwner(ObjectNode manifest) {
    ObjectNode copy = manifest.deepCopy();
    if (copy.at("/metadata/ownerReferences/0/uid").asText("-").isEmpty()
        && copy.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("ownerReferences");
    }
    return copy;
  }

  /**
   * Random values are made when the Secret is created, so there is nothing to show but their size.
   */
  private static Manifest secret(GeneratedSecret secret) {
    Map<String, String> data = new LinkedHashMap<>(new TreeMap<>(secret.fixed()));
    secret.generated().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> data.put(e.getKey(), "<%d random characters>".formatted(e.getValue())));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", secret.ref().name());
    metadata.put("namespace", secret.ref().namespace());
    metadata.put("labels", secret.labels());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", "v1");
    tree.put("kind", "Secret");
    tree.put("metadata", metadata);
    tree.put("stringData", data);
    ObjectNode json = Json.tree(tree);
    return new Manifest(json);
  }
}
