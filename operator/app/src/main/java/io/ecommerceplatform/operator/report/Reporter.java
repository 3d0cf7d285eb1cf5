package io.ecommerceplatform.operator.report;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.operator.report.NextLook.Pass;
import io.ecommerceplatform.operator.report.StatusPatcher.Written;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.plan.Next;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.status.FailedPass;
import io.ecommerceplatform.status.Pending;
import io.ecommerceplatform.status.StatusComposer;
import io.ecommerceplatform.status.StatusInput;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The last room of a pass: status, then events, metrics and one log line about what happened. */
public final class Reporter {
  private static final Logger LOG = Logger.getLogger(Reporter.class);

  private final StatusPatcher status;
  private final EventPublisher events;
  private final PlatformMetrics metrics;
  private final Refreshes refreshes;
  private final InstantSource clock;
  private final StatusPace pace = new StatusPace();

  public Reporter(
      StatusPatcher status,
      EventPublisher events,
      PlatformMetrics metrics,
      Refreshes refreshes,
      InstantSource clock) {
    this.status = status;
    this.events = events;
    this.metrics = metrics;
    this.refreshes = refreshes;
    this.clock = clock;
  }

  /**
   * What a pass did.
   *
   * @param assessment what was decided
   * @param executed the plan that was executed
   * @param drifts which of its actions put back what somebody else changed
   * @param contested what somebody else changes again and again
   * @param outcome what became of it
   * @param after the world after, our own writes included
   */
  public record Work(
      Assessment assessment,
      Plan executed,
      List<Drift> drifts,
      List<Drift> contested,
      Outcome outcome,
      Observed after) {

    /** That of a pass which only decided. */
    public static Work undone(Assessment assessment, Observed observed) {
      return new Work(
          assessment, Plan.of(List.of()), List.of(), List.of(), Outcome.nothing(), observed);
    }

    /** After more was done. */
    public Work then(Next next, Outcome more, Observed now) {
      List<Drift> all = Stream.concat(drifts.stream(), next.drifts().stream()).toList();
      return new Work(
          assessment, executed.and(next.plan()), all, next.contested(), outcome.and(more), now);
    }

    /** The same deeds, with what was decided after them. */
    public Work towards(Assessment decided) {
      return new Work(decided, executed, drifts, contested, outcome, after);
    }

    /** The same with what somebody else changes again and again. */
    public Work contested(List<Drift> now) {
      return new Work(assessment, executed, drifts, now, outcome, after);
    }

    /** True when not all was done that may be. */
    boolean isHeldBack() {
      return !executed.actions().containsAll(assessment.allowed().actions());
    }

    /** The drifts that were put back indeed. */
    List<Drift> corrected() {
      Set<ObjectRef> sent = outcome.applied().stream().map(Action::ref).collect(Collectors.toSet());
      return drifts.stream().filter(drift -> sent.contains(drift.ref())).toList();
    }
  }

  /** Reports a pass that ends with the next intent; the pass after this one acts on it. */
  public Pass persisted(Work work, ECommercePlatform resource, Context<ECommercePlatform> context) {
    Plan pending = work.assessment().allowed();
    StatusInput input = input(work, resource, false).with(Pending.of(pending));
    PlatformStatus next = StatusComposer.compose(input);
    boolean stored = tell(work, next, resource, context).written() == Written.STORED;
    return stored ? Pass.decided() : Pass.again();
  }

  /** Reports a pass that built or kept a platform. */
  public Pass built(Work work, ECommercePlatform resource, Context<ECommercePlatform> context) {
    return report(work, input(work, resource, false), resource, context);
  }

  /** Reports a pass that took a platform down. */
  public Pass dismantled(
      Work work, ECommercePlatform resource, Context<ECommercePlatform> context) {
    return report(work, input(work, resource, true), resource, context);
  }

  /**
   * Tells that a pass ended by a surprise. That the API server did not answer is none, and could
   * not be written down either.
   */
  public void failed(
      RuntimeException surprise, ECommercePlatform resource, Context<ECommercePlatform> context) {
    if (isOfTheApiServer(surprise)) {
      return;
    }
    PlatformStatus next =
        FailedPass.status(
            resource.getStatus(),
            surprise,
            resource.getMetadata().getGeneration(),
            clock.instant());
    Written written;
    try {
      written = status.write(resource, next, context);
    } catch (KubernetesClientException e) {
      surprise.addSuppressed(e); // the caller throws it on, and so both are logged
      return;
    }
    metrics.phase(resource.getMetadata().getUid(), next.phase());
    if (written != Written.OVERTAKEN) {
      events.publish(resource, Notes.of(Outcome.nothing(), List.of(), resource.getStatus(), next));
    }
  }

  private static boolean isOfTheApiServer(Throwable surprise) {
    return surprise instanceof KubernetesClientException
        || (surprise.getCause() != null && isOfTheApiServer(surprise.getCause()));
  }

  /** Runs a pass and keeps its duration. */
  public <T> T timed(Supplier<T> pass) {
    return metrics.timed(pass);
  }

  /** The resource is gone. */
  public void gone(ECommercePlatform resource) {
    metrics.gone(resource.getMetadata().getUid());
    pace.forget(resource);
  }

  private Pass report(
      Work work,
      StatusInput input,
      ECommercePlatform resource,
      Context<ECommercePlatform> context) {
    PlatformStatus next =
        refreshes.told(
            resource,
            input.due(),
            work.outcome(),
            input.platform().mode(),
            StatusComposer.compose(input));
    Told told = tell(work, next, resource, context);
    if (told.written() == Written.OVERTAKEN) {
      return Pass.again(); // even after a failure: an edit must not wait for the next retry
    }
    boolean unfinished = !work.outcome().applied().isEmpty();
    boolean waiting =
        work.isHeldBack() || !work.contested().isEmpty() || told.phase() != Phase.Ready;
    boolean failed = !work.outcome().failures().isEmpty();
    return new Pass(failed, unfinished, told.early(), waiting, edge(work));
  }

  private record Told(Written written, boolean early, Phase phase) {}

  private Told tell(
      Work work,
      PlatformStatus next,
      ECommercePlatform resource,
      Context<ECommercePlatform> context) {
    boolean early = pace.isEarly(resource, next, clock.instant());
    Written written = early ? Written.UNCHANGED : status.write(resource, next, context);
    if (written == Written.STORED) {
      pace.written(resource, clock.instant());
    }
    List<Drift> drifts = work.corrected();
    metrics.sent(work.outcome(), drifts);
    metrics.phase(resource.getMetadata().getUid(), next.phase());
    if (written != Written.OVERTAKEN) {
      events.publish(resource, Notes.of(work.outcome(), drifts, resource.getStatus(), next));
    }
    log(work, resource.getStatus(), next);
    return new Told(written, early, next.phase());
  }

  /** How long until a schedule changes what is wanted. */
  private Optional<Duration> edge(Work work) {
    Instant now = clock.instant();
    // a look that comes a moment before would see the old bounds
    return work.assessment()
        .platform()
        .nextEdge(now)
        .map(edge -> Duration.between(now, edge).plusMillis(1));
  }

  private StatusInput input(Work work, ECommercePlatform resource, boolean deleting) {
    Assessment assessment = work.assessment();
    return new StatusInput(
        assessment.platform(),
        resource.getMetadata().getGeneration(),
        deleting,
        assessment.intent(),
        work.after(),
        deleting ? Desired.nothing() : assessment.desired(),
        deleting ? work.executed() : assessment.plan(),
        deleting ? work.executed() : assessment.due(),
        work.outcome(),
        deleting ? work.executed() : assessment.allowed(),
        work.contested(),
        deleting ? List.of() : assessment.kept(),
        assessment.inputs(),
        assessment.findings(),
        resource.getStatus(),
        clock.instant());
  }

  private static void log(Work work, PlatformStatus before, PlatformStatus after) {
    if (!work.executed().isEmpty()) {
      LOG.infof("applied %s", work.executed().summary());
    }
    if (!work.outcome().failures().isEmpty()) {
      LOG.warnf(
          "refused: %s",
          work.outcome().failures().stream()
              .map(f -> f.ref().id() + ": " + f.message())
              .collect(Collectors.joining("; ")));
    }
    if (before == null || before.phase() != after.phase()) {
      LOG.infof("%s: %s", after.phase(), after.message());
    }
  }
}
