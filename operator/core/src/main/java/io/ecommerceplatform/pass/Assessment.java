package io.ecommerceplatform.pass;

import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.kubernetes.CompileContext;
import io.ecommerceplatform.kubernetes.PlatformCompiler;
import io.ecommerceplatform.kubernetes.Revisions;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.PlatformResolver;
import io.ecommerceplatform.plan.Diff;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.rollout.Intent;
import io.ecommerceplatform.rollout.RolloutDecision;
import io.ecommerceplatform.status.Intents;
import io.ecommerceplatform.status.StoreHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pass decided, before anything is written.
 *
 * @param platform the resolved resource
 * @param intent the intent that status should hold; a mode that only looks leaves it as it is
 * @param mustPersist true when that intent is not in status yet: write it and end the pass
 * @param desired what was compiled
 * @param plan everything that differs
 * @param allowed the part of the plan that mode and approval let through
 * @param findings what the pass found beside the resolver's findings
 */
public record Assessment(
    Platform platform,
    Intent intent,
    boolean mustPersist,
    Desired desired,
    Plan plan,
    Plan allowed,
    List<Finding> findings) {

  /** Our field manager's name in managedFields. */
  public static final String FIELD_MANAGER = "ecommerce-platform-operator";

  /** The pure middle of a pass: resolve, decide, compile, compare. */
  public static Assessment of(PassInput input) {
    PlatformStatus status = input.resource().getStatus();
    Platform platform =
        PlatformResolver.resolve(
            input.resource(), input.catalogue(), input.settings(), input.observed().cluster());
    Intent persisted = Intents.read(status);
    Intent next =
        RolloutDecision.next(
            persisted,
            Revisions.of(platform, input.fingerprints()),
            input.observed(),
            platform.owner(),
            input.now());
    boolean applies = platform.mode() == Mode.Apply;
    Desired compiled =
        PlatformCompiler.compile(
            platform, new CompileContext(next, input.fingerprints(), input.now()));
    Desired desired = applicable(compiled, input, platform);
    Plan plan = new Diff(platform.owner(), FIELD_MANAGER).plan(desired, input.observed());
    Plan allowed = applies ? Approval.of(input.resource()).allowed(plan) : Plan.of(List.of());
    return new Assessment(
        platform,
        applies ? next : persisted,
        applies && !next.equals(persisted),
        desired,
        plan,
        allowed,
        findings(platform, status, input.observed()));
  }

  /** What of the compiled objects may be there by now; the rest is held. */
  private static Desired applicable(Desired compiled, PassInput input, Platform platform) {
    Observed observed = input.observed();
    Desired safe = FrozenStores.hold(compiled, observed, platform, input.resource().getStatus());
    Desired grown = VolumeGrowth.grow(safe, observed, platform);
    Desired ordered = MigrationOrder.hold(grown, observed, platform);
    return AbsentKinds.hold(ordered, observed.cluster());
  }

  private static List<Finding> findings(
      Platform platform, PlatformStatus status, Observed observed) {
    List<Finding> findings = new ArrayList<>(StoreHistory.changed(platform, status));
    findings.addAll(StoreGrowth.findings(platform, observed));
    findings.addAll(VolumeGrowth.findings(platform, observed));
    findings.addAll(ProviderChange.findings(platform, observed));
    return findings;
  }
}
