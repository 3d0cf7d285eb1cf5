package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  private static final List<String> VOLUMES = List.of("volumeClaimTemplates", "storage");

  /** Who may reach a listener of a Kafka; no pod is made anew for it. */
  private static final String PEERS = "networkPolicyPeers";

  private static final Set<String> KINDS =
      Set.of("Deployment", "StatefulSet", "Kafka", "KafkaNodePool");

  /** True for the kinds whose pods are kept when only the operator would change them. */
  public static boolean isKnownFor(ObjectRef ref) {
    return KINDS.contains(ref.kind());
  }

  /** The part of a manifest; nearly all where members are counted in their template. */
  public static AppliedPart of(Manifest manifest) {
    ObjectNode spec = manifest.json().withObject("/spec").deepCopy();
    if (manifest.ref().kind().equals("Deployment")) {
      return new AppliedPart(spec.retain(OF_DEPLOYMENT));
    }
    listeners(spec).forEach(listener -> ((ObjectNode) listener).remove(PEERS));
    return new AppliedPart(spec.without(VOLUMES));
  }

  /** Puts this part into a spec, of which all else stays. */
  public void into(ObjectNode spec) {
    JsonNode compiled = listeners(spec);
    spec.setAll(fields.deepCopy());
    for (JsonNode listener : listeners(spec)) {
      // one that this release does not have must not be open to everybody
      peers(compiled, listener.path("name").asText())
          .ifPresent(peers -> ((ObjectNode) listener).set(PEERS, peers));
    }
  }

  private static Optional<JsonNode> peers(JsonNode compiled, String name) {
    return compiled
        .valueStream()
        .filter(listener -> listener.has(PEERS))
        .min(Comparator.comparing(listener -> !listener.path("name").asText().equals(name)))
        .map(listener -> listener.path(PEERS));
  }

  private static JsonNode listeners(JsonNode spec) {
    return spec.at("/kafka/listeners");
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
    return fields.equals(AppliedPart::compare, other.fields);
  }

  // what is parsed has an int where a library's object has a long
  private static int compare(JsonNode one, JsonNode other) {
    boolean same =
        (one.isNumber() && other.isNumber())
            ? one.asText().equals(other.asText())
            : one.equals(other);
    return same ? 0 : 1;
  }

  public String text() {
    return Json.text(fields);
  }

  /** Short form, for status. */
  public String hash() {
    return Json.hash(fields);
  }
}
