package io.ecommerceplatform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The volume of each member of a StatefulSet, of which there is one. The API server lets nobody
 * change its size in the template, yet the volumes themselves can grow.
 */
public final class VolumeTemplates {
  /** Name of the one template. */
  public static final String NAME = "data";

  static final String PATH = "spec.volumeClaimTemplates";
  private static final String REQUESTS = "/spec/volumeClaimTemplates/0/spec/resources/requests";
  private static final String STORAGE = "storage";

  private VolumeTemplates() {}

  /** The size of each volume that a StatefulSet makes; empty when it makes none. */
  public static Optional<String> storage(JsonNode set) {
    return Optional.of(set.at(REQUESTS).path(STORAGE).asText()).filter(size -> !size.isEmpty());
  }

  /** The StatefulSet with volumes of another size. */
  public static ObjectNode withStorage(ObjectNode set, String size) {
    ObjectNode copy = set.deepCopy();
    ((ObjectNode) copy.at(REQUESTS)).put(STORAGE, size);
    return copy;
  }

  /** True for a volume of a member of the StatefulSet, of one that left it too. */
  public static boolean isVolumeOf(String set, ObjectRef volume) {
    return volume.kind().equals("PersistentVolumeClaim")
        && volume.name().matches(Pattern.quote(NAME + "-" + set) + "-[0-9]+");
  }

  /**
   * The action that makes a StatefulSet again for larger volumes; empty when anything else has to
   * be replaced too.
   */
  static Optional<Action> growth(Manifest sent, LiveObject live, List<FieldChange> changes) {
    Optional<String> wanted = storage(sent.json());
    Optional<String> now = storage(live.json());
    boolean larger = wanted.isPresent() && now.isPresent() && compare(wanted.get(), now.get()) > 0;
    if (!larger || !isSame(withStorage(sent.json(), now.get()), live.json())) {
      return Optional.empty();
    }
    List<FieldChange> others =
        changes.stream().filter(change -> !change.forcesReplacement()).toList();
    boolean alone = others.size() + 1 == changes.size();
    return alone
        ? Optional.of(Action.recreate(sent, live.uid(), others, size(now.get(), wanted.get())))
        : Optional.empty();
  }

  private static boolean isSame(JsonNode desired, JsonNode live) {
    return Containment.missing(desired, live).stream()
        .noneMatch(change -> change.path().startsWith(PATH));
  }

  private static FieldChange size(String before, String after) {
    return FieldChange.of(
        PATH + "[" + NAME + "].spec.resources.requests.storage",
        TextNode.valueOf(before),
        TextNode.valueOf(after));
  }

  /** Compares two sizes such as {@code 20Gi}. */
  public static int compare(String size, String other) {
    return bytes(size).compareTo(bytes(other));
  }

  private static BigDecimal bytes(String size) {
    return Quantity.getAmountInBytes(Quantity.parse(size));
  }

  /**
   * True for an action that would leave things half done: a StatefulSet is not made again for
   * larger volumes while the API server refuses one of them, and no volume goes before its set.
   */
  public static boolean isPremature(Action action, List<Outcome.Failure> failures) {
    return switch (action.operation()) {
      case RECREATE -> failures.stream().anyMatch(f -> isVolumeOf(action.ref().name(), f.ref()));
      case DESTROY ->
          failures.stream()
              .filter(f -> f.ref().kind().equals("StatefulSet"))
              .anyMatch(f -> isVolumeOf(f.ref().name(), action.ref()));
      case CREATE,
          UPDATE,
          ROTATE,
          REPLACE,
          DELETE,
          SNAPSHOT_DELETE,
          ADOPT,
          RETAIN,
          CONFLICT,
          UNKNOWN ->
          false;
    };
  }
}
