package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * One object as the API server last showed it. Of an object that is not ours only the metadata is
 * kept; of a Secret the values are replaced by fingerprints.
 *
 * @param json the observed tree
 */
public record LiveObject(ObjectNode json) {
  /**
   * Label of what outlives its place in the spec: volumes, and credentials of data that is kept.
   */
  public static final String DELETION_POLICY = "ecommerceplatform.io/deletion-policy";

  /** Value of that label: it stays. */
  public static final String RETAIN = "Retain";

  /** Value of that label: it goes when it is no longer wanted. */
  public static final String DELETE = "Delete";

  public ObjectRef ref() {
    return new Manifest(json).ref();
  }

  public Map<String, String> labels() {
    return Json.strings(metadata(), "labels");
  }

  public Map<String, String> annotations() {
    return Json.strings(metadata(), "annotations");
  }

  /** True for what a platform is made of, and false for what others made of it. */
  public boolean isOf(Owner owner) {
    return owner.owns(labels()) && !hasAnotherOwner() && !isVolumeOfOthers();
  }

  // the volumes that Strimzi makes carry our labels and no owner; ours say what becomes of them
  private boolean isVolumeOfOthers() {
    return isVolume() && !labels().containsKey(DELETION_POLICY);
  }

  // other controllers copy the labels of our objects to what they make of them
  private boolean hasAnotherOwner() {
    JsonNode owners = metadata().path("ownerReferences");
    return !owners.isEmpty()
        && owners.valueStream().noneMatch(o -> Owner.KIND.equals(o.path("kind").asText()));
  }

  /** True for the claim of a volume, which is where data is. */
  public boolean isVolume() {
    return ref().kind().equals("PersistentVolumeClaim");
  }

  /** True when it outlives its place in the spec; of a volume whatever does not say it goes. */
  public boolean isRetained() {
    String policy = labels().getOrDefault(DELETION_POLICY, "");
    return isVolume() ? !policy.equals(DELETE) : policy.equals(RETAIN);
  }

  public boolean isBeingDeleted() {
    return metadata().hasNonNull("deletionTimestamp");
  }

  public String uid() {
    return metadata().path("uid").asText();
  }

  public String resourceVersion() {
    return metadata().path("resourceVersion").asText();
  }

  public JsonNode at(String pointer) {
    return json.at(pointer);
  }

  /** True when the controller of this object has seen its newest spec. */
  public boolean isObserved() {
    return json.at("/status/observedGeneration").asLong() >= metadata().path("generation").asLong();
  }

  private JsonNode metadata() {
    return json.path("metadata");
  }
}
