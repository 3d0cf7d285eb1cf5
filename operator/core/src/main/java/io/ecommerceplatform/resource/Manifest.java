package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;

/**
 * One desired object, exactly as it is sent: only fields that we own, no default, no empty value.
 *
 * @param json the tree with {@code apiVersion}, {@code kind} and {@code metadata}
 */
public record Manifest(ObjectNode json) {

  public static Manifest of(HasMetadata object) {
    return new Manifest(Json.tree(object));
  }

  /** What a plan shows of a new item in AWS. */
  public static Manifest ofItem(ObjectRef ref, String awsName, ObjectNode settings) {
    ObjectNode json = settings.objectNode();
    json.put("apiVersion", ref.apiVersion());
    json.put("kind", ref.kind());
    json.putObject("metadata").put("namespace", ref.namespace()).put("name", ref.name());
    json.put("awsName", awsName);
    json.set("settings", settings);
    return new Manifest(json);
  }

  public ObjectRef ref() {
    JsonNode metadata = json.path("metadata");
    return new ObjectRef(
        json.path("apiVersion").asText(),
        json.path("kind").asText(),
        metadata.path("namespace").asText(),
        metadata.path("name").asText());
  }

  public Map<String, String> labels() {
    return Json.strings(json.path("metadata"), "labels");
  }
}
