package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One item that should be in AWS.
 *
 * @param type its type
 * @param ref its identity in the resource: type, region and name
 * @param awsName its name in AWS
 * @param settings its fields; what another item has to say first stands in them as a {@link
 *     Reference}
 * @param tags tags that the user wants
 * @param deletionPolicy what becomes of it when it is no longer wanted
 * @param adopted true when the resource takes over one that is there already
 * @param whenAbsent of an item that is only looked at: what to do when it is not there; empty for
 *     one that is made
 * @param path the field of the resource that asks for it
 */
public record WantedItem(
    ItemType type,
    ObjectRef ref,
    String awsName,
    ObjectNode settings,
    Map<String, String> tags,
    DeletionPolicy deletionPolicy,
    boolean adopted,
    Optional<String> whenAbsent,
    String path) {

  public WantedItem {
    tags = Map.copyOf(tags);
  }

  /** Identity of an item; the namespace of an object stands for the region. */
  public static ObjectRef ref(ItemType type, String region, String name) {
    return new ObjectRef(ObjectRef.AWS, type.name(), type.regionOf(region), name);
  }

  /** True for what the operator only looks at, for example a subnet. */
  public boolean isReadOnly() {
    return whenAbsent.isPresent();
  }

  public String region() {
    return ref.namespace();
  }

  /** The same with what is known in the place of references. */
  public WantedItem resolved(Function<Reference, Optional<String>> known) {
    return new WantedItem(
        type,
        ref,
        Reference.resolve(awsName, known),
        References.resolved(settings, known),
        tags,
        deletionPolicy,
        adopted,
        whenAbsent,
        path);
  }

  /** The same with the versions of what it is to keep secret. */
  public WantedItem versioned(SecretFingerprints fingerprints) {
    return new WantedItem(
        type,
        ref,
        awsName,
        SecretVersion.resolved(settings, fingerprints),
        tags,
        deletionPolicy,
        adopted,
        whenAbsent,
        path);
  }

  /** What a plan shows of a new one. */
  public Manifest manifest() {
    return Manifest.ofItem(ref, awsName, References.shown(settings));
  }
}
