package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.LiveObject;
import java.util.List;
import java.util.Optional;

/**
 * Says how far the volumes of a store have grown, or why they cannot.
 *
 * @param volumes the volumes
 * @param path the field that gives their size
 */
record VolumeReport(StoreVolumes volumes, String path) {

  /** Empty when every volume is as it is wanted. */
  Optional<Finding> finding() {
    if (volumes.shrinks()) {
      return say(Reason.VolumesCannotShrink, shrinks());
    }
    Optional<LiveObject> fixed = volumes.fixed().stream().findFirst();
    if (fixed.isPresent()) {
      return say(Reason.VolumesCannotGrow, fixed(fixed.get()));
    }
    Optional<LiveObject> refused =
        volumes.growing().stream().filter(live -> !refusal(live).isEmpty()).findFirst();
    if (refused.isPresent()) {
      String text = "the driver cannot grow %s: %s; set it back, or free room for it";
      return say(
          Reason.VolumesCannotGrow,
          text.formatted(refused.get().ref().id(), refusal(refused.get())));
    }
    boolean settled =
        volumes.smaller().isEmpty() && volumes.growing().isEmpty() && !volumes.templateIsSmaller();
    return settled ? Optional.empty() : say(Reason.VolumesGrowing, progress());
  }

  private String shrinks() {
    String now = volumes.template().orElseThrow();
    return "is %s, and volumes of %s cannot become smaller; set it back to %s, or move the data to a new store of another name"
        .formatted(volumes.wanted(), now, now);
  }

  private String fixed(LiveObject volume) {
    String name = StoreVolumes.storageClass(volume);
    return "is %s, and StorageClass %s does not let %s of %s grow; if its driver can do it, type: kubectl patch storageclass %s -p '{\"allowVolumeExpansion\": true}', else set it back to %s"
        .formatted(
            volumes.wanted(),
            name,
            volume.ref().id(),
            StoreVolumes.size(volume),
            name,
            StoreVolumes.size(volume));
  }

  private String progress() {
    List<LiveObject> unbound = volumes.unbound();
    if (!unbound.isEmpty()) {
      return "grows to %s as soon as %s is bound"
          .formatted(volumes.wanted(), unbound.getFirst().ref().id());
    }
    int all = volumes.volumes().size();
    int asked = all - volumes.smaller().size();
    String text =
        "grows to %s: %d of %d volumes are asked for it, %d have it"
            .formatted(volumes.wanted(), asked, all, asked - volumes.growing().size());
    return volumes.templateIsSmaller()
        ? text + "; the StatefulSet is made again around its pods"
        : text;
  }

  // infeasible: the driver has given up; an error beside it is tried again by the driver
  private static String refusal(LiveObject volume) {
    String state = volume.at("/status/allocatedResourceStatuses/storage").asText();
    if (!state.endsWith("Infeasible")) {
      return "";
    }
    for (JsonNode condition : volume.at("/status/conditions")) {
      if (condition.path("type").asText().endsWith("ResizeError")) {
        return condition.path("message").asText();
      }
    }
    return state;
  }

  private Optional<Finding> say(Reason reason, String text) {
    return Optional.of(new Finding(ConditionType.DataReady, reason, path, text));
  }
}
