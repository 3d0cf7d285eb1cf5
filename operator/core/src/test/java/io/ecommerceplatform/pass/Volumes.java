package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.Map;

/**
 * Makes the volumes of the members of a StatefulSet, as its controller does, and never takes one
 * away.
 */
record Volumes(Map<ObjectRef, LiveObject> objects) {

  void follow(ObjectRef ref) {
    if (!ref.kind().equals("StatefulSet")) {
      return;
    }
    LiveObject set = objects.get(ref);
    for (int member = 0; member < set.at("/spec/replicas").asInt(1); member++) {
      String name = "data-%s-%d".formatted(ref.name(), member);
      ObjectRef volume = new ObjectRef("v1", "PersistentVolumeClaim", ref.namespace(), name);
      objects.computeIfAbsent(volume, absent -> claim(set, absent));
    }
  }

  private static LiveObject claim(LiveObject set, ObjectRef ref) {
    ObjectNode claim = set.at("/spec/volumeClaimTemplates/0").deepCopy();
    claim.put("apiVersion", ref.apiVersion()).put("kind", ref.kind());
    claim.withObject("/metadata").put("name", ref.name()).put("namespace", ref.namespace());
    return new LiveObject(bound(claim));
  }

  /** What the driver makes of a claim. */
  static ObjectNode bound(ObjectNode claim) {
    ObjectNode spec = claim.withObject("/spec");
    spec.put("storageClassName", spec.path("storageClassName").asText("gp3"));
    ObjectNode status = claim.withObject("/status").put("phase", "Bound");
    status.set("capacity", spec.at("/resources/requests").deepCopy());
    return claim;
  }
}
