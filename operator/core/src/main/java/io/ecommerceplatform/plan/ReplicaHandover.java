package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import java.util.stream.StreamSupport;

/**
 * The two moments in which the replicas of an autoscaled Deployment are ours after all. Until the
 * autoscaler has taken the field over, the live number is sent: leaving out a field that only we
 * own makes the API server reset it, and a service of five pods would fall to one. And at zero an
 * autoscaler is disabled for ever, so it is woken with one.
 */
final class ReplicaHandover {
  private ReplicaHandover() {}

  static Manifest carry(Manifest wanted, LiveObject live, String manager) {
    JsonNode replicas = live.at("/spec/replicas");
    boolean autoscaled =
        wanted.ref().kind().equals("Deployment")
            && wanted.json().at("/spec/replicas").isMissingNode()
            && replicas.isNumber();
    boolean asleep = replicas.asInt() == 0;
    if (!autoscaled || !(asleep || isOurs(live, manager))) {
      return wanted;
    }
    ObjectNode json = wanted.json().deepCopy();
    ((ObjectNode) json.get("spec")).put("replicas", asleep ? 1 : replicas.asInt());
    return new Manifest(json);
  }

  private static boolean isOurs(LiveObject live, String manager) {
    return StreamSupport.stream(live.at("/metadata/managedFields").spliterator(), false)
        .filter(entry -> manager.equals(entry.path("manager").asText()))
        .filter(entry -> "Apply".equals(entry.path("operation").asText()))
        .anyMatch(entry -> entry.path("fieldsV1").path("f:spec").has("f:replicas"));
  }
}
