package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.api.v1alpha1.status.DataStatus;
import io.ecommerceplatform.api.v1alpha1.status.RolloutStatus;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.AppliedPart;
import io.ecommerceplatform.resource.Manifest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What status remembers of a workload that runs as it was wanted.
 *
 * @param inputs hash of what the user's side said
 * @param applied hash of what was applied
 */
public record AppliedRecord(String inputs, String applied) {

  /** The records in a status, by the workload's kind and name. */
  public static Map<String, AppliedRecord> in(PlatformStatus status) {
    Map<String, AppliedRecord> records = new TreeMap<>();
    if (status == null) {
      return records;
    }
    if (status.rollouts() != null) {
      status.rollouts().forEach(r -> ofService(r).ifPresent(a -> records.put(id(r), a)));
    }
    if (status.data() != null) {
      status.data().forEach(d -> ofStore(d).ifPresent(a -> records.put(id(d), a)));
    }
    return records;
  }

  /**
   * The record to write: a new one when the live workload is as it is wanted, else the one that
   * status has.
   */
  static Optional<AppliedRecord> next(StatusInput input, String id) {
    Optional<Manifest> wanted =
        input.desired().objects().stream().filter(m -> m.ref().id().equals(id)).findFirst();
    return wanted
        .filter(manifest -> isInPlace(input, manifest))
        .map(
            manifest ->
                new AppliedRecord(
                    input.inputs().ofWorkload(manifest, input.platform()),
                    AppliedPart.of(manifest).hash()))
        .or(() -> Optional.ofNullable(in(input.previous()).get(id)));
  }

  static String id(String service, Color color) {
    return "Deployment/" + service + "-" + color;
  }

  static String id(Store store) {
    return "StatefulSet/" + store.name();
  }

  private static boolean isInPlace(StatusInput input, Manifest manifest) {
    return input
        .observed()
        .find(manifest.ref())
        .flatMap(AppliedPart::of)
        .filter(AppliedPart.of(manifest)::isSameAs)
        .isPresent();
  }

  private static String id(RolloutStatus rollout) {
    return id(rollout.name(), rollout.stableColor());
  }

  private static String id(DataStatus data) {
    return "StatefulSet/" + data.name();
  }

  private static Optional<AppliedRecord> ofService(RolloutStatus rollout) {
    return rollout.currentRevision() == null
        ? Optional.empty()
        : of(rollout.currentRevision().inputsHash(), rollout.currentRevision().appliedHash());
  }

  private static Optional<AppliedRecord> ofStore(DataStatus data) {
    return of(data.inputsHash(), data.appliedHash());
  }

  private static Optional<AppliedRecord> of(String inputs, String applied) {
    return Objects.isNull(inputs) || Objects.isNull(applied)
        ? Optional.empty()
        : Optional.of(new AppliedRecord(inputs, applied));
  }
}
