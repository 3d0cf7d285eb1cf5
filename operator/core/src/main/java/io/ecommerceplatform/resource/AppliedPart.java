package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What of a workload decides whether its pods are made anew, written down on the workload itself
 * exactly as it was sent: a later release of the operator compiles something else, and what the API
 * server shows has defaults and other people's fields in it.
 *
 * @param fields the fields of the workload's spec
 */
public record AppliedPart(ObjectNode fields) {
  /** Annotation of a workload; no part of its pod template. */
  public static final String ANNOTATION = "ecommerceplatform.io/applied";

  private static final List<String> OF_DEPLOYMENT = List.of("selector", "template");

  /** They grow beside the pods, and by what is observed. */
  private static final List<String> VOLUMES = List.of("volumeClaimTemplates");

  /** True for the kinds whose pods are kept when only the operator would change them. */
  public static boolean isKnownFor(ObjectRef ref) {
    return ref.kind().equals("Deployment") || ref.kind().equals("StatefulSet");
  }

  /**
   * The part of a manifest; of a StatefulSet nearly all, as members are counted in their template.
   */
  public static AppliedPart of(Manifest manifest) {
    ObjectNode spec = manifest.json().withObject("/spec").deepCopy();
    return new AppliedPart(
        manifest.ref().kind().equals("Deployment")
            ? spec.retain(OF_DEPLOYMENT)
            : spec.without(VOLUMES));
  }

  /** The part that a live workload has written down. */
  public static Optional<AppliedPart> of(LiveObject live) {
    return Optional.ofNullable(live.annotations().get(ANNOTATION))
        .flatMap(AppliedPart::parse)
        .map(AppliedPart::new);
  }

  private static Optional<ObjectNode> parse(String text) {
    try {
      return Json.parse(text) instanceof ObjectNode fields ? Optional.of(fields) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // somebody else wrote it; what is compiled puts it back
    }
  }

  /** True when pods would be the same; how a library orders and sizes fields does not matter. */
  public boolean isSameAs(AppliedPart other) {
    return hash().equals(other.hash());
  }

  public String text() {
    return Json.text(fields);
  }

  /** Short form, for status. */
  public String hash() {
    return Json.hash(fields);
  }
}
