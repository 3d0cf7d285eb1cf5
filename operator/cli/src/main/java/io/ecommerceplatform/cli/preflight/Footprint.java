package io.ecommerceplatform.cli.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What objects count in a quota, at the fewest replicas and without the surge of an update. */
record Footprint(List<JsonNode> objects) {

  /** Sums by the name of the resource in a quota. */
  Map<String, BigDecimal> sums() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (JsonNode object : objects) {
      add(sums, plural(object.path("kind").asText()), BigDecimal.ONE);
      if (object.at("/spec/template/spec/containers").isArray()) {
        workload(object, BigDecimal.valueOf(replicas(object)), sums);
      }
      if (object.path("kind").asText().equals("PersistentVolumeClaim")) {
        JsonNode size = object.at("/spec/resources/requests/storage");
        add(sums, "requests.storage", times(size, BigDecimal.ONE));
      }
    }
    return sums;
  }

  private static void workload(JsonNode object, BigDecimal replicas, Map<String, BigDecimal> sums) {
    add(sums, "pods", replicas);
    for (JsonNode container : object.at("/spec/template/spec/containers")) {
      for (String kind : List.of("requests", "limits")) {
        for (var amount : container.path("resources").path(kind).properties()) {
          add(sums, kind + "." + amount.getKey(), times(amount.getValue(), replicas));
        }
      }
    }
    for (JsonNode claim : object.at("/spec/volumeClaimTemplates")) {
      add(sums, "persistentvolumeclaims", replicas);
      JsonNode size = claim.at("/spec/resources/requests/storage");
      add(sums, "requests.storage", times(size, replicas));
    }
  }

  private long replicas(JsonNode workload) {
    if (workload.at("/spec/replicas").isNumber()) {
      return workload.at("/spec/replicas").asLong();
    }
    String name = workload.at("/metadata/name").asText();
    return objects.stream()
        .filter(o -> o.at("/spec/scaleTargetRef/name").asText().equals(name))
        .mapToLong(Footprint::fewest)
        .findFirst()
        .orElse(1);
  }

  /** What an autoscaler of the cluster, or of KEDA, calls the fewest replicas. */
  private static long fewest(JsonNode autoscaler) {
    JsonNode own = autoscaler.at("/spec/minReplicas");
    return own.isNumber() ? own.asLong() : autoscaler.at("/spec/minReplicaCount").asLong(1);
  }

  private static BigDecimal times(JsonNode quantity, BigDecimal replicas) {
    return Quantity.parse(quantity.asText()).getNumericalAmount().multiply(replicas);
  }

  private static void add(Map<String, BigDecimal> sums, String name, BigDecimal amount) {
    sums.merge(name, amount, BigDecimal::add);
  }

  private static String plural(String kind) {
    String name = kind.toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "Ingress" -> "ingresses";
      case "NetworkPolicy" -> "networkpolicies";
      default -> name + "s";
    };
  }
}
