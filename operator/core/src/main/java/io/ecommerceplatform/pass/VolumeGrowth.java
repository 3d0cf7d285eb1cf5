package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.model.StoreProvider;
import io.ecommerceplatform.plan.VolumeTemplates;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Wants the volumes of stores as large as the resource says. StatefulSets make them, so a volume is
 * wanted only where it is there already; a size that cannot be had is not wanted at all, so that
 * nothing is done by half.
 */
final class VolumeGrowth {
  private VolumeGrowth() {}

  static Desired grow(Desired desired, Observed observed, Platform platform) {
    Map<String, StoreVolumes> stores =
        stores(platform)
            .collect(
                Collectors.toMap(
                    Store::name,
                    s -> StoreVolumes.of(s, observed, platform),
                    (a, b) -> a,
                    TreeMap::new));
    List<Manifest> objects = new ArrayList<>();
    for (Manifest manifest : desired.objects()) {
      boolean isStore =
          manifest.ref().kind().equals("StatefulSet") && stores.containsKey(manifest.ref().name());
      if (isStore) {
        StoreVolumes volumes = stores.remove(manifest.ref().name());
        objects.addAll(volumes.manifests());
        objects.add(volumes.limited(manifest));
      } else {
        objects.add(bounded(manifest, observed));
      }
    }
    // whatever these wait for, what becomes of their data follows the resource
    stores.values().forEach(volumes -> objects.addAll(volumes.unchanged()));
    return desired.with(objects, kept(desired, objects, observed, platform));
  }

  static List<Finding> findings(Platform platform, Observed observed) {
    return stores(platform)
        .flatMap(store -> StoreVolumes.of(store, observed, platform).finding(store).stream())
        .toList();
  }

  private static Stream<Store> stores(Platform platform) {
    return platform.stores().stream()
        .filter(store -> store.provider() == StoreProvider.StatefulSet);
  }

  /** A volume of our own keeps the class and the size that cannot be changed. */
  private static Manifest bounded(Manifest manifest, Observed observed) {
    Optional<LiveObject> live =
        observed.find(manifest.ref()).filter(found -> found.json().has("spec"));
    if (!manifest.ref().kind().equals("PersistentVolumeClaim") || live.isEmpty()) {
      return manifest;
    }
    String wanted = manifest.json().at("/spec/resources/requests/storage").asText();
    String storageClass = StoreVolumes.storageClass(live.get());
    boolean grows =
        VolumeTemplates.compare(StoreVolumes.size(live.get()), wanted) < 0
            && StoreVolumes.isBound(live.get())
            && observed.cluster().expandableClasses().contains(storageClass);
    ObjectNode json = manifest.json().deepCopy();
    json.withObject("/spec/resources/requests")
        .put("storage", grows ? wanted : StoreVolumes.size(live.get()));
    if (!storageClass.isEmpty()) {
      // also where none is wanted any more: a claim without its class would be another claim
      json.withObject("/spec").put("storageClassName", storageClass);
    }
    return new Manifest(json);
  }

  /** A volume is never pruned while its store is wanted, whatever the store waits for. */
  private static List<Held> kept(
      Desired desired, List<Manifest> objects, Observed observed, Platform platform) {
    Set<ObjectRef> told = new HashSet<>();
    objects.forEach(object -> told.add(object.ref()));
    List<Held> held = new ArrayList<>(desired.held());
    held.removeIf(object -> told.contains(object.ref()));
    held.forEach(object -> told.add(object.ref()));
    observed.objects().values().stream()
        .filter(live -> live.ref().kind().equals("PersistentVolumeClaim"))
        .filter(live -> live.isOf(platform.owner()) && !told.contains(live.ref()))
        .filter(live -> isOfAStore(live, platform))
        .forEach(live -> held.add(new Held(live.ref(), "kept for its store, which waits")));
    return held;
  }

  private static boolean isOfAStore(LiveObject live, Platform platform) {
    return platform.stores().stream()
        .anyMatch(store -> VolumeTemplates.isVolumeOf(store.name(), live.ref()));
  }
}
