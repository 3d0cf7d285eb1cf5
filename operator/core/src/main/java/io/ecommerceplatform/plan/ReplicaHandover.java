package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import java.util.stream.StreamSupport;

/**
 * Keeps sending the live number of replicas until the autoscaler has taken the field over. Leaving
 * out a field that only we own makes the API server reset it, and a service of five pods would fall
 * to one in the moment in which it gets an autoscaler.
 */
final class ReplicaHandover {
  private ReplicaHandover() {}

  static Manifest carry(Manifest wanted, LiveObject live, String manager) {
    JsonNode replicas = live.at("/spec/replicas");
    boolean carries =
        wanted.ref().kind().equals("Deployment")
            && wanted.json().at("/spec/replicas").isMissingNode()
            && replicas.isNumber()
            && isOurs(live, manager);
    if (!carries) {
      return wanted;
    }
    ObjectNode json = wanted.json().deepCopy();
    ((ObjectNode) json.get("spec")).set("replicas", replicas);
    return new Manifest(json);
  }

  private static boolean isOurs(LiveObject live, String manager) {
    return StreamSupport.stream(live.at("/metadata/managedFields").spliterator(), false)
        .filter(entry -> manager.equals(entry.path("manager").asText()))
        .filter(entry -> "Apply".equals(entry.path("operation").asText()))
        .anyMatch(entry -> entry.path("fieldsV1").path("f:spec").has("f:replicas"));
  }
}
