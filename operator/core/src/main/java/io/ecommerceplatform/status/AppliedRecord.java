package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.api.v1alpha1.status.DataStatus;
import io.ecommerceplatform.api.v1alpha1.status.RolloutStatus;
import io.ecommerceplatform.api.v1alpha1.status.WorkloadStatus;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.AppliedPart;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.rollout.Revision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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
    if (status.workloads() != null) {
      status.workloads().forEach(w -> of(w).ifPresent(a -> records.put(w.name(), a)));
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

  /**
   * What to remember of that which has no row of its own, and still of that which is held: without
   * its definition it is not wanted now, and comes back as it was.
   */
  static List<WorkloadStatus> others(StatusInput input) {
    Stream<ObjectRef> wanted =
        input.desired().objects().stream()
            .filter(manifest -> !manifest.labels().containsKey(Revision.COLOR))
            .map(Manifest::ref);
    Stream<ObjectRef> held =
        input.desired().held().stream()
            .map(Held::ref)
            .filter(ref -> in(input.previous()).containsKey(ref.id()))
            .filter(ref -> !ref.kind().equals("Deployment"));
    return Stream.concat(wanted, held)
        .filter(ref -> AppliedPart.isKnownFor(ref) && !ref.kind().equals("StatefulSet"))
        .map(ObjectRef::id)
        .sorted()
        .distinct()
        .flatMap(
            id ->
                next(input, id)
                    .map(record -> new WorkloadStatus(id, record.inputs(), record.applied()))
                    .stream())
        .toList();
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

  private static Optional<AppliedRecord> of(WorkloadStatus workload) {
    return of(workload.inputsHash(), workload.appliedHash());
  }

  private static Optional<AppliedRecord> of(String inputs, String applied) {
    return Objects.isNull(inputs) || Objects.isNull(applied)
        ? Optional.empty()
        : Optional.of(new AppliedRecord(inputs, applied));
  }
}
