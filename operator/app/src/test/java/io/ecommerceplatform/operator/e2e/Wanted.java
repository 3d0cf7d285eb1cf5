package io.ecommerceplatform.operator.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A version of an object that moves with each write of what is wanted of it, and stays when its
 * controller reports. Its resourceVersion moves with both, seconds after a platform is Ready.
 */
final class Wanted {
  private Wanted() {}

  static String of(HasMetadata object) {
    ObjectNode tree = Json.tree(object);
    if (!tree.has("status")) {
      return object.getMetadata().getUid() + " " + object.getMetadata().getResourceVersion();
    }
    tree.remove("status");
    ObjectNode metadata = tree.withObject("/metadata");
    List<JsonNode> ours =
        StreamSupport.stream(metadata.path("managedFields").spliterator(), false)
            .filter(entry -> Assessment.FIELD_MANAGER.equals(entry.path("manager").asText()))
            .filter(entry -> entry.path("subresource").asText().isEmpty())
            .toList();
    metadata.remove(List.of("resourceVersion", "managedFields"));
    metadata.putArray("ours").addAll(ours);
    return object.getMetadata().getUid() + " " + Json.hash(tree);
  }
}
