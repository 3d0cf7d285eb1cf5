package io.ecommerceplatform.pass;

import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.plan.VolumeTemplates;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The volumes of one store, as they are wanted and as they are.
 *
 * @param wanted size of each
 * @param template size of those that a live StatefulSet would make; empty without one
 * @param volumes those that are there, of members that left too
 * @param expandable StorageClasses whose volumes can grow
 * @param policy what becomes of them when the store leaves; a label, as pods need not see it
 */
record StoreVolumes(
    String wanted,
    Optional<String> template,
    List<LiveObject> volumes,
    Set<String> expandable,
    String policy) {

  static StoreVolumes of(Store store, Observed observed, Platform platform) {
    return new StoreVolumes(
        store.storage(),
        observed
            .find("StatefulSet", store.name(), platform.owner())
            .flatMap(set -> VolumeTemplates.storage(set.json())),
        observed.objects().values().stream()
            .filter(live -> live.isOf(platform.owner()) && !live.isBeingDeleted())
            .filter(live -> VolumeTemplates.isVolumeOf(store.name(), live.ref()))
            .toList(),
        observed.cluster().expandableClasses(),
        platform.volumePolicies().get(store.name()));
  }

  /** The volumes, each with the size that it should have now. */
  List<Manifest> manifests() {
    boolean grows = canGrow();
    return volumes.stream()
        .map(live -> manifest(live, grows && isSmaller(live) ? wanted : size(live)))
        .toList();
  }

  /** The volumes as they are, but for what becomes of them. */
  List<Manifest> unchanged() {
    return volumes.stream().map(live -> manifest(live, size(live))).toList();
  }

  /** The StatefulSet, with the size that it has while no other one can be had. */
  Manifest limited(Manifest set) {
    return template
        .filter(size -> !canGrow())
        .map(size -> new Manifest(VolumeTemplates.withStorage(set.json(), size)))
        .orElse(set);
  }

  Optional<Finding> finding(Store store) {
    return new VolumeReport(this, path(store)).finding();
  }

  // of a store that the profile implies no field is set
  private static String path(Store store) {
    return switch (store.kind()) {
      case DATABASE, CACHE, TABLE -> {
        String field = store.kind() == StoreKind.DATABASE ? ".allocatedStorage" : ".storage";
        yield store.path().endsWith("]") ? store.path() + field : store.path();
      }
      case SEARCH, EVENTS -> store.path() + ".storage";
    };
  }

  boolean shrinks() {
    return template.filter(size -> VolumeTemplates.compare(wanted, size) < 0).isPresent();
  }

  /** Those that have to grow, and whose class lets none. */
  List<LiveObject> fixed() {
    return smaller().stream().filter(live -> !expandable.contains(storageClass(live))).toList();
  }

  /** Those that have to grow, and that are no more than a wish themselves. */
  List<LiveObject> unbound() {
    return smaller().stream().filter(live -> !isBound(live)).toList();
  }

  List<LiveObject> smaller() {
    return volumes.stream().filter(this::isSmaller).toList();
  }

  /** Those that were asked to grow, and whose driver has not done it. */
  List<LiveObject> growing() {
    return volumes.stream()
        .filter(live -> !capacity(live).isEmpty())
        .filter(live -> VolumeTemplates.compare(capacity(live), size(live)) < 0)
        .toList();
  }

  /** True while the StatefulSet would make volumes that are too small. */
  boolean templateIsSmaller() {
    return template.filter(size -> VolumeTemplates.compare(size, wanted) < 0).isPresent();
  }

  static String size(LiveObject volume) {
    return volume.at("/spec/resources/requests/storage").asText("0");
  }

  static boolean isBound(LiveObject volume) {
    return volume.at("/status/phase").asText().equals("Bound");
  }

  static String storageClass(LiveObject volume) {
    return volume.at("/spec/storageClassName").asText();
  }

  private static String capacity(LiveObject volume) {
    return volume.at("/status/capacity/storage").asText();
  }

  private boolean canGrow() {
    return !shrinks() && fixed().isEmpty() && unbound().isEmpty();
  }

  private boolean isSmaller(LiveObject live) {
    return VolumeTemplates.compare(size(live), wanted) < 0;
  }

  private Manifest manifest(LiveObject live, String size) {
    return new Manifest(
        Json.tree(
            Map.of(
                "apiVersion", live.ref().apiVersion(),
                "kind", live.ref().kind(),
                "metadata", metadata(live),
                "spec", Map.of("resources", Map.of("requests", Map.of("storage", size))))));
  }

  private Map<String, Object> metadata(LiveObject live) {
    return Map.of(
        "name", live.ref().name(),
        "namespace", live.ref().namespace(),
        "labels", Map.of(LiveObject.DELETION_POLICY, policy));
  }
}
