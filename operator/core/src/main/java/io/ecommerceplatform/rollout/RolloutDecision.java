package io.ecommerceplatform.rollout;

import io.ecommerceplatform.api.v1alpha1.status.LifecycleStage;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides the next intent; {@code Rolling} is the only strategy that moves by itself today. */
public final class RolloutDecision {
  private RolloutDecision() {}

  /**
   * The intent that follows.
   *
   * @param persisted the intent in status
   * @param wanted the revision of every service of the resource
   * @param observed what is there
   * @param owner whose Deployments count
   * @param now the reading of the clock
   */
  public static Intent next(
      Intent persisted, List<Revision> wanted, Observed observed, Owner owner, Instant now) {
    List<ServiceRollout> next = new ArrayList<>();
    Instant second = now.truncatedTo(ChronoUnit.SECONDS); // as precise as other times in status
    for (Revision revision : wanted) {
      Optional<ServiceRollout> current = persisted.of(revision.service());
      if (!revision.isKnown()) {
        current.ifPresent(next::add);
      } else if (current.isEmpty()) {
        next.add(ServiceRollout.first(revision.service(), revision.hash(), second));
      } else {
        next.add(step(current.get(), revision, observed, owner, second));
      }
    }
    return Intent.of(next);
  }

  private static ServiceRollout step(
      ServiceRollout current, Revision wanted, Observed observed, Owner owner, Instant now) {
    if (!current.currentRevision().equals(wanted.hash())) {
      return current.towards(wanted.hash(), now);
    }
    boolean arrived =
        observed
            .find("Deployment", current.service() + "-" + current.stableColor(), owner)
            .filter(deployment -> isAvailable(deployment, wanted.hash()))
            .isPresent();
    return current.stage() == LifecycleStage.ScaleUp && arrived ? current.completed(now) : current;
  }

  private static boolean isAvailable(LiveObject deployment, String revision) {
    long wanted = deployment.at("/spec/replicas").asLong(1);
    return deployment.labels().getOrDefault(Revision.LABEL, "").equals(revision)
        && deployment.isObserved()
        && deployment.at("/status/updatedReplicas").asLong() == wanted
        && deployment.at("/status/availableReplicas").asLong() == wanted
        && deployment.at("/status/replicas").asLong() == wanted;
  }
}
