package io.ecommerceplatform.pass;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.UserInputs;
import io.ecommerceplatform.resource.AppliedPart;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.rollout.Intent;
import io.ecommerceplatform.rollout.Revision;
import io.ecommerceplatform.rollout.ServiceRollout;
import io.ecommerceplatform.status.AppliedRecord;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the workloads that only another release of the operator would change.
 *
 * @param platform whose workloads they are
 * @param inputs what the user's side says now
 * @param recorded what it said when the live workloads were applied, by workload
 * @param persisted the intent in status
 * @param observed the world
 */
record UpgradeSearch(
    Platform platform,
    UserInputs inputs,
    Map<String, AppliedRecord> recorded,
    Intent persisted,
    Observed observed) {

  OperatorUpgrade in(Desired compiled) {
    Map<ObjectRef, AppliedPart> kept = new TreeMap<>();
    for (Manifest manifest : compiled.objects()) {
      if (AppliedPart.isKnownFor(manifest.ref())) {
        kept(manifest).ifPresent(part -> kept.put(manifest.ref(), part));
      }
    }
    compiled.objects().forEach(manifest -> besideKept(manifest, kept));
    return new OperatorUpgrade(kept);
  }

  // the colour without traffic has no record of its own; it goes with the other one
  private void besideKept(Manifest manifest, Map<ObjectRef, AppliedPart> kept) {
    ObjectRef ref = manifest.ref();
    boolean isBeside =
        manifest.labels().containsKey(Revision.COLOR)
            && ref.kind().equals("Deployment")
            && !kept.containsKey(ref)
            && kept.keySet().stream().anyMatch(k -> isOtherColor(k, ref));
    if (isBeside) {
      observed
          .find(ref)
          .filter(live -> live.isOf(platform.owner()))
          .flatMap(AppliedPart::of)
          .ifPresent(part -> kept.put(ref, part));
    }
  }

  private static boolean isOtherColor(ObjectRef kept, ObjectRef ref) {
    return kept.kind().equals(ref.kind()) && service(kept).equals(service(ref));
  }

  private static String service(ObjectRef deployment) {
    return deployment.name().substring(0, deployment.name().lastIndexOf('-'));
  }

  private Optional<AppliedPart> kept(Manifest manifest) {
    Optional<LiveObject> live =
        observed.find(manifest.ref()).filter(l -> l.isOf(platform.owner()) && !l.isBeingDeleted());
    return live.flatMap(AppliedPart::of)
        .filter(part -> !part.isSameAs(AppliedPart.of(manifest)))
        .filter(part -> isAsRecorded(manifest, part))
        .filter(part -> isDecided(manifest, live.get()))
        .filter(part -> isRunnable(part))
        .filter(
            part ->
                !OperatorUpgrade.isRotated(
                    manifest.json().at("/spec/template"), part.fields().path("template")));
  }

  private boolean isAsRecorded(Manifest manifest, AppliedPart part) {
    return Optional.ofNullable(recorded.get(manifest.ref().id()))
        .filter(record -> record.applied().equals(part.hash()))
        .filter(record -> record.inputs().equals(inputs.ofWorkload(manifest, platform)))
        .isPresent();
  }

  // a rollout that was decided goes on, whoever decided it; only services have rollouts
  private boolean isDecided(Manifest manifest, LiveObject live) {
    String service = manifest.labels().getOrDefault("app.kubernetes.io/instance", "");
    if (!manifest.labels().containsKey(Revision.COLOR)) {
      return true;
    }
    return persisted
        .of(service)
        .map(ServiceRollout::currentRevision)
        .filter(live.labels().getOrDefault(Revision.LABEL, "")::equals)
        .isPresent();
  }

  // pods that nobody could start again are not worth keeping
  private boolean isRunnable(AppliedPart part) {
    return OperatorUpgrade.configMaps(part.fields().path("template")).stream()
        .map(name -> new ObjectRef("v1", "ConfigMap", platform.namespace(), name))
        .allMatch(ref -> observed.find(ref).filter(c -> c.isOf(platform.owner())).isPresent());
  }
}
