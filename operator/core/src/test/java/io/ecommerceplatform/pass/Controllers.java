package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.List;
import java.util.Map;

/** Says of each object what its controller says when all is well. */
record Controllers(Map<ObjectRef, LiveObject> objects) {
  private static final List<Object> READY = List.of(Map.of("type", "Ready", "status", "True"));

  void follow(ObjectRef ref) {
    ObjectNode object = objects.get(ref).json().deepCopy();
    if (ref.kind().equals("PersistentVolumeClaim")) {
      // the driver makes it as large as it is asked for
      object.withObject("/status").set("capacity", object.at("/spec/resources/requests"));
      objects.put(ref, new LiveObject(object));
    }
    JsonNode status = Json.tree(status(ref.kind(), object.path("spec")));
    if (!status.isEmpty()) {
      object.set("status", status);
      objects.put(ref, new LiveObject(object));
    }
  }

  private static Map<String, Object> status(String kind, JsonNode spec) {
    return switch (kind) {
      case "Deployment", "StatefulSet" -> {
        long replicas = spec.path("replicas").asLong(1);
        yield Map.of("replicas", replicas, "readyReplicas", replicas, "updatedReplicas", replicas);
      }
      case "Job" ->
          Map.of(
              "succeeded", 1, "conditions", List.of(Map.of("type", "Complete", "status", "True")));
      case "Ingress" -> address();
      case "Service" -> spec.path("type").asText().equals("LoadBalancer") ? address() : Map.of();
      case "Kafka", "KafkaTopic", "KafkaUser", "KafkaNodePool", "Certificate", "ScaledObject" ->
          Map.of("conditions", READY);
      default -> Map.of();
    };
  }

  private static Map<String, Object> address() {
    return Map.of("loadBalancer", Map.of("ingress", List.of(Map.of("hostname", "lb.example.com"))));
  }
}
