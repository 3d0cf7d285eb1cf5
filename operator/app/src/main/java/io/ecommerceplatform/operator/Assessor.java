package io.ecommerceplatform.operator;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.operator.apply.DriftLimit;
import io.ecommerceplatform.operator.apply.InPlace;
import io.ecommerceplatform.operator.observe.Fingerprint;
import io.ecommerceplatform.operator.observe.World;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.pass.ItemCompiler;
import io.ecommerceplatform.pass.PassInput;
import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.plan.Known;
import io.ecommerceplatform.plan.Next;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.Observed;
import java.time.InstantSource;
import java.util.List;

/** Gives the pure middle of a pass what it needs from the shell: clock, settings, neighbours. */
final class Assessor {
  private final Catalogue catalogue;
  private final OperatorSettings settings;
  private final Fingerprint fingerprint;
  private final ItemCompiler items;
  private final DriftLimit driftLimit;
  private final InPlace inPlace = new InPlace();
  private final InstantSource clock;

  Assessor(
      Catalogue catalogue,
      OperatorSettings settings,
      Fingerprint fingerprint,
      ItemCompiler items,
      DriftLimit driftLimit,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.settings = settings;
    this.fingerprint = fingerprint;
    this.items = items;
    this.driftLimit = driftLimit;
    this.clock = clock;
  }

  /**
   * The assessment of one resource.
   *
   * @param older platforms that were in the namespace before this one; while there is one, nothing
   *     of this platform is made
   */
  Assessment assess(ECommercePlatform resource, Observed observed, List<String> older) {
    Assessment assessment =
        Assessment.of(
            new PassInput(
                resource,
                catalogue,
                settings,
                observed,
                World.fingerprints(
                    observed, resource.getMetadata().getNamespace(), fingerprint.name()),
                items,
                clock.instant()));
    return older.isEmpty() ? assessment : refused(assessment, older.getFirst());
  }

  /** What is allowed, without corrections that somebody else undoes all the time. */
  Next limited(Assessment assessment, Observed observed) {
    return limited(assessment, assessment.allowed(), observed);
  }

  /** The credentials among that, which the rest cannot be compiled without. */
  Next credentials(Assessment assessment, Observed observed) {
    Plan generating = assessment.allowed().generating();
    return generating.isEmpty()
        ? new Next(generating, List.of(), List.of())
        : limited(assessment, generating, observed);
  }

  private Next limited(Assessment assessment, Plan allowed, Observed observed) {
    Known known = inPlace.known(assessment.platform().uid(), assessment.desired());
    List<Drift> drifts = Drift.in(allowed, observed, Assessment.FIELD_MANAGER, known);
    Plan limited = driftLimit.allow(allowed, drifts, clock.instant());
    return new Next(limited, drifts, contested(assessment));
  }

  /** What somebody else changes again and again. */
  List<Drift> contested(Assessment assessment) {
    return driftLimit.contested(assessment.platform().owner().namespace(), clock.instant());
  }

  /** Keeps in mind what is in place now. */
  void remember(Assessment assessment, Outcome outcome) {
    inPlace.after(assessment.platform().uid(), assessment.desired(), assessment.due(), outcome);
  }

  void forget(String uid) {
    inPlace.forget(uid);
  }

  private static Assessment refused(Assessment assessment, String older) {
    Finding taken =
        new Finding(
            ConditionType.WorkloadsReady,
            Reason.NamespaceTaken,
            "metadata.namespace",
            "platform %s is in this namespace already; create this one in a namespace of its own"
                .formatted(older));
    return assessment.refused(taken);
  }
}
