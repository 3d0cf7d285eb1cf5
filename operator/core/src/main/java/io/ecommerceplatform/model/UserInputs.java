package io.ecommerceplatform.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.ItemOutputs;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Manifest;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the user's side has to say about the pods of one service or store: everything of the
 * resource that can reach them, and nothing that the operator adds. Pods that change while this
 * does not are changed by another release of the operator.
 *
 * @param spec the raw spec
 * @param cluster which keys the Secrets have that the resource names
 * @param outputs addresses in AWS that services are told
 */
public record UserInputs(ObjectNode spec, ClusterFacts cluster, ItemOutputs outputs) {
  /** Parts that reach no pod of a service or store. */
  private static final List<String> ELSEWHERE =
      List.of("mode", "services", "jobs", "release", "backup", "cost", "disasterRecovery", "edge");

  /** Lists of stores, of which a service sees an address, a name and a user. */
  private static final List<String> STORES = List.of("databases", "caches");

  private static final List<String> SINGLE_STORES = List.of("search", "kafka");

  /** What of a store not even its members see: it becomes a label of their volumes. */
  private static final String AFTERWARDS = "deletionPolicy";

  /** What of a store only its own members see. */
  private static final List<String> OF_MEMBERS =
      List.of(
          "version",
          "image",
          "allocatedStorage",
          "storage",
          "storageClassName",
          "resources",
          "nodePlacement",
          "topics",
          "parameters",
          AFTERWARDS,
          "backupRetentionDays",
          "backupWindow",
          "maintenanceWindow");

  /** A parameter of DocumentDB that says how its clients speak to it. */
  private static final String TLS = "/parameters/tls";

  /** What of a service its pods do not see. */
  private static final List<String> BESIDE_PODS = List.of("scaling", "egress", "rollout");

  public static UserInputs of(
      ECommercePlatform resource, ClusterFacts cluster, ItemOutputs outputs) {
    return new UserInputs(Json.tree(resource.getSpec()), cluster, outputs);
  }

  /** Hash over what reaches the pods of a Deployment or the members of a store. */
  public String ofWorkload(Manifest manifest, Platform platform) {
    String name = manifest.labels().getOrDefault("app.kubernetes.io/instance", "");
    if (!manifest.ref().kind().equals("Deployment")) {
      return platform.store(name).map(this::ofStore).orElse("");
    }
    return platform.service(name).isPresent() ? ofService(name) : ofTool();
  }

  /** Hash over what reaches the pods of a tool that watches; it sees no service. */
  private String ofTool() {
    ObjectNode inputs = spec.deepCopy();
    inputs.remove(ELSEWHERE);
    inputs.remove(STORES);
    inputs.remove(List.of("kafka", "messaging", "secrets", "email"));
    outputs.of(AwsRole.TYPE, Collector.NAME, "arn").ifPresent(arn -> inputs.put("role", arn));
    return Json.hash(inputs);
  }

  /** Hash over what reaches the pods of a service. */
  public String ofService(String name) {
    ObjectNode inputs = spec.deepCopy();
    inputs.remove(ELSEWHERE);
    STORES.forEach(list -> inputs.path(list).forEach(UserInputs::asClientsSeeIt));
    SINGLE_STORES.forEach(store -> asClientsSeeIt(inputs.path(store)));
    inputs.set("service", own(spec.path("services"), name, BESIDE_PODS));
    inputs.set("neighbours", neighbours());
    inputs.set("secretKeys", secretKeys());
    if (!outputs.byItem().isEmpty()) {
      inputs.set("outputs", Json.tree(outputs.byItem()));
    }
    return Json.hash(inputs);
  }

  /** Hash over what reaches the members of a store. */
  public String ofStore(Store store) {
    ObjectNode inputs = spec.deepCopy();
    inputs.remove(ELSEWHERE);
    inputs.remove(STORES);
    inputs.remove(SINGLE_STORES);
    inputs.remove(List.of("messaging", "secrets", "email", "observability", "domain"));
    for (String list : STORES) {
      inputs.set(list, own(spec.path(list), store.name(), List.of(AFTERWARDS)));
    }
    if (store.kind() == StoreKind.SEARCH) {
      inputs.set("search", without(spec.path("search"), AFTERWARDS));
      // the cluster of the logs is placed by another field than the one of the shop
      inputs.set("logs", spec.at("/observability/logs"));
      inputs.set("logsPlacement", spec.at("/observability/nodePlacement"));
    }
    if (store.kind() == StoreKind.EVENTS) {
      inputs.set("kafka", without(spec.path("kafka"), "topics", AFTERWARDS));
    }
    return Json.hash(inputs);
  }

  private static JsonNode without(JsonNode store, String... names) {
    JsonNode copy = store.deepCopy();
    if (copy instanceof ObjectNode fields) {
      fields.remove(List.of(names));
    }
    return copy;
  }

  private static void asClientsSeeIt(JsonNode store) {
    if (store instanceof ObjectNode fields) {
      JsonNode tls = fields.at(TLS);
      fields.remove(OF_MEMBERS);
      if (!tls.isMissingNode()) {
        fields.set("tls", tls);
      }
    }
  }

  private static JsonNode own(JsonNode list, String name, List<String> without) {
    for (JsonNode entry : list) {
      if (entry.path("name").asText().equals(name)) {
        ObjectNode own = entry.deepCopy();
        own.remove(without);
        return own;
      }
    }
    return Json.tree(new TreeMap<>());
  }

  // addresses follow from names and ports, and the share of a database's connections from bounds
  private ArrayNode neighbours() {
    ArrayNode neighbours = spec.arrayNode();
    for (JsonNode service : spec.path("services")) {
      ObjectNode seen = neighbours.addObject();
      for (String field : List.of("name", "component", "uses", "publishes", "consumes")) {
        seen.set(field, service.path(field));
      }
      seen.set("maxReplicas", service.at("/scaling/maxReplicas"));
      seen.set("minReplicas", service.at("/scaling/minReplicas"));
    }
    return neighbours;
  }

  private JsonNode secretKeys() {
    TreeMap<String, Object> keys = new TreeMap<>();
    for (JsonNode entry : spec.at("/secrets/entries")) {
      String secret = entry.at("/from/secret").asText();
      if (cluster.secretKeys().containsKey(secret)) {
        keys.put(secret, new TreeSet<>(cluster.secretKeys().get(secret)));
      }
    }
    String smtp = spec.at("/email/smtp/secret").asText();
    if (cluster.secretKeys().containsKey(smtp)) {
      keys.put(smtp, new TreeSet<>(cluster.secretKeys().get(smtp)));
    }
    return Json.tree(keys);
  }
}
