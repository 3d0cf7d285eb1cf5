package io.ecommerceplatform.operator;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.operator.apply.Applier;
import io.ecommerceplatform.operator.apply.Finalizer;
import io.ecommerceplatform.operator.observe.AwsNews;
import io.ecommerceplatform.operator.observe.AwsView;
import io.ecommerceplatform.operator.observe.Returning;
import io.ecommerceplatform.operator.observe.Trimming;
import io.ecommerceplatform.operator.observe.VeleroAccess;
import io.ecommerceplatform.operator.observe.World;
import io.ecommerceplatform.operator.report.NextLook;
import io.ecommerceplatform.operator.report.NextLook.Pass;
import io.ecommerceplatform.operator.report.PassLog;
import io.ecommerceplatform.operator.report.Refreshes;
import io.ecommerceplatform.operator.report.Reporter;
import io.ecommerceplatform.operator.report.Reporter.Work;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.plan.Next;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.plan.Teardown;
import io.ecommerceplatform.resource.Observed;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** One pass over one platform: observe, decide, compile, apply, report. */
@Singleton
@ControllerConfiguration(name = PlatformReconciler.NAME, finalizerName = Finalizer.NAME)
public final class PlatformReconciler implements Reconciler<ECommercePlatform> {
  static final String NAME = "platform";

  private final Trimming trimming;
  private final Returning returning;
  private final VeleroAccess velero;
  private final AwsNews news;
  private final AwsView aws;
  private final Assessor assessor;
  private final Applier applier;
  private final Reporter reporter;
  private final Refreshes refreshes;
  private final NextLook nextLook;
  private final PassLog log = new PassLog();
  private volatile World world;

  PlatformReconciler(
      Trimming trimming,
      Returning returning,
      VeleroAccess velero,
      AwsNews news,
      AwsView aws,
      Assessor assessor,
      Applier applier,
      Reporter reporter,
      Refreshes refreshes,
      NextLook nextLook) {
    this.trimming = trimming;
    this.returning = returning;
    this.velero = velero;
    this.news = news;
    this.aws = aws;
    this.assessor = assessor;
    this.applier = applier;
    this.reporter = reporter;
    this.refreshes = refreshes;
    this.nextLook = nextLook;
  }

  @Override
  public List<EventSource<?, ECommercePlatform>> prepareEventSources(
      EventSourceContext<ECommercePlatform> context) {
    world = new World(context, trimming, returning, velero, news);
    return world.sources();
  }

  @Override
  public UpdateControl<ECommercePlatform> reconcile(
      ECommercePlatform resource, Context<ECommercePlatform> context) {
    if (context.isPrimaryResourceDeleted()) {
      reporter.gone(resource);
      aws.forget(resource);
      assessor.forget(resource.getMetadata().getUid());
      nextLook.forget(resource.getMetadata().getUid());
      refreshes.forget(resource.getMetadata().getUid());
      return UpdateControl.noUpdate();
    }
    return log.about(resource, () -> reporter.timed(() -> told(resource, context)));
  }

  /** The pass; a surprise in it is told to the user before the SDK logs it and tries again. */
  private UpdateControl<ECommercePlatform> told(
      ECommercePlatform resource, Context<ECommercePlatform> context) {
    try {
      return pass(resource, context);
    } catch (RuntimeException surprise) {
      reporter.failed(surprise, resource, context);
      throw surprise;
    }
  }

  private UpdateControl<ECommercePlatform> pass(
      ECommercePlatform resource, Context<ECommercePlatform> context) {
    world.follow(context.eventSourceRetriever());
    Pass pass = resource.isMarkedForDeletion() ? dismantle(context) : build(context);
    UpdateControl<ECommercePlatform> control = UpdateControl.noUpdate();
    return nextLook.after(resource, pass).map(control::rescheduleAfter).orElse(control);
  }

  private Pass build(Context<ECommercePlatform> context) {
    ECommercePlatform resource = context.getPrimaryResource();
    Optional<Observed> seen = look(resource);
    if (seen.isEmpty()) {
      return Pass.unseen();
    }
    Observed observed = seen.get();
    Assessment assessment = assessor.assess(resource, observed, world.older(resource));
    Next credentials = assessor.credentials(assessment, observed);
    Work none = Work.undone(assessment, observed);
    if (credentials.plan().isEmpty()) {
      return build(none, resource, context);
    }
    ECommercePlatform kept = Finalizer.ensure(resource, context);
    if (hasMovedOn(resource, kept)) {
      return Pass.again();
    }
    Outcome made = applier.generate(credentials.plan(), world).applications();
    Observed after = observe(kept).orElse(observed);
    Assessment anew = assessor.assess(kept, after, world.older(kept));
    return build(none.then(credentials, made, after).towards(anew), kept, context);
  }

  /** Goes on from a world in which all credentials are that can be. */
  private Pass build(
      Work generated, ECommercePlatform resource, Context<ECommercePlatform> context) {
    Assessment assessment = generated.assessment();
    if (assessment.mustPersist()) {
      Work undone = generated.contested(assessor.contested(assessment));
      return reporter.persisted(undone, resource, context);
    }
    Observed observed = generated.after();
    Next next = assessor.limited(assessment, observed);
    Plan plan = next.plan();
    ECommercePlatform kept = plan.isEmpty() ? resource : Finalizer.ensure(resource, context);
    if (hasMovedOn(resource, kept)) {
      return Pass.again();
    }
    Outcome outcome = applier.execute(plan, assessment.platform(), world);
    assessor.remember(assessment, outcome);
    Observed after = plan.isEmpty() ? observed : observe(resource).orElse(observed);
    return reporter.built(generated.then(next, outcome, after), kept, context);
  }

  /** Then status would claim to describe a spec that nobody looked at. */
  private static boolean hasMovedOn(ECommercePlatform resource, ECommercePlatform kept) {
    return !kept.getMetadata().getGeneration().equals(resource.getMetadata().getGeneration());
  }

  private Pass dismantle(Context<ECommercePlatform> context) {
    ECommercePlatform resource = context.getPrimaryResource();
    if (!Finalizer.isOn(resource)) {
      return Pass.idle();
    }
    Optional<Observed> seen = look(resource);
    if (seen.isEmpty()) {
      return Pass.unseen();
    }
    Observed observed = seen.get();
    Assessment assessment = assessor.assess(resource, observed, List.of());
    Platform platform = assessment.platform();
    Teardown teardown = new Teardown(platform.owner(), platform.volumePolicies());
    if (teardown.isDone(observed)) {
      Finalizer.remove(context);
      return Pass.idle();
    }
    Plan plan = teardown.next(observed);
    Outcome outcome = applier.execute(plan, platform, world);
    Observed after = observe(resource).orElse(observed);
    return reporter.dismantled(
        new Work(assessment, plan, List.of(), List.of(), outcome, after), resource, context);
  }

  /** The first look of a pass, which is at the world itself when somebody asks for that. */
  private Optional<Observed> look(ECommercePlatform resource) {
    if (refreshes.begin(resource)) {
      aws.refresh(resource);
    }
    Optional<Observed> seen =
        refreshes.isClusterDue(resource)
            ? aws.with(resource, world.readAnew(resource.getMetadata().getNamespace()))
            : observe(resource);
    seen.ifPresent(observed -> refreshes.looked(resource, observed.items()));
    return seen;
  }

  /** Both halves of the world; empty until AWS was looked at once. */
  private Optional<Observed> observe(ECommercePlatform resource) {
    return aws.with(resource, world.observe(resource.getMetadata().getNamespace()));
  }
}
