package io.ecommerceplatform.pass;

import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.kubernetes.CompileContext;
import io.ecommerceplatform.kubernetes.KnownCredentials;
import io.ecommerceplatform.kubernetes.PlatformCompiler;
import io.ecommerceplatform.kubernetes.Revisions;
import io.ecommerceplatform.kubernetes.Rotations;
import io.ecommerceplatform.model.AwsEdge;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.PlatformResolver;
import io.ecommerceplatform.model.UserInputs;
import io.ecommerceplatform.plan.Diff;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.ItemOutputs;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.WantedItem;
import io.ecommerceplatform.rollout.Intent;
import io.ecommerceplatform.rollout.Revision;
import io.ecommerceplatform.rollout.RolloutDecision;
import io.ecommerceplatform.status.AppliedRecord;
import io.ecommerceplatform.status.Intents;
import io.ecommerceplatform.status.StoreHistory;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;

/** The steps between a resource with its world and the assessment of both. */
final class Assessing {
  private final PassInput input;
  private final PlatformStatus status;
  private final Observed observed;
  private final Platform platform;
  private final KnownCredentials credentials;
  private final Revisions revisions;
  private final Rotations rotations;
  private final UserInputs inputs;
  private final Intent persisted;

  Assessing(PassInput input) {
    this.input = input;
    status = input.resource().getStatus();
    observed = input.observed();
    platform =
        PlatformResolver.resolve(
            input.resource(),
            input.catalogue(),
            input.settings(),
            observed.cluster(),
            outputs(input).with(observed.loadBalancer(owner(input))));
    credentials = KnownCredentials.of(input.fingerprints(), observed, platform.owner());
    revisions = Revisions.of(platform, credentials);
    rotations = Rotations.of(platform, observed, credentials, input.now());
    inputs = UserInputs.of(input.resource(), observed.cluster(), outputs(input));
    persisted = Intents.read(status);
  }

  private static ItemOutputs outputs(PassInput input) {
    ItemWorld items = input.observed().items();
    return ItemOutputs.of(items, owner(input))
        .with(items, AwsEdge.PREFIX_LIST, AwsEdge.CLOUDFRONT_ADDRESSES);
  }

  private static Owner owner(PassInput input) {
    ObjectMeta metadata = input.resource().getMetadata();
    String installation = input.settings().installation();
    return new Owner(installation, metadata.getNamespace(), metadata.getName());
  }

  /** What this release makes of the resource is planned; what it may do without asking is done. */
  Assessment assessment() {
    List<Revision> wanted = revisions.all();
    Desired compiled = compile(decide(wanted));
    OperatorUpgrade found = search().in(compiled);
    Plan whole = found.isNone() ? Plan.of(List.of()) : diff(possible(compiled));
    Approval approval = Approval.of(input.resource(), platform);
    boolean approved = !found.isNone() && approval.covers(whole);
    OperatorUpgrade upgrade = approved ? OperatorUpgrade.none() : found;
    Desired kept = upgrade.keep(compiled, credentials, observed);
    Desired desired = possible(MigrationOrder.hold(kept, observed, platform));
    Plan due = diff(desired);
    Intent next = decide(upgrade.revisions(wanted));
    boolean applies = platform.mode() == Mode.Apply;
    return new Assessment(
        platform,
        applies ? next : persisted,
        applies && !next.equals(persisted),
        desired,
        upgrade.isNone() ? due : upgrade.marked(whole),
        due,
        applies ? (approved ? due : approval.allowed(due)) : Plan.of(List.of()),
        upgrade.workloads(),
        inputs,
        findings());
  }

  private UpgradeSearch search() {
    return new UpgradeSearch(platform, inputs, AppliedRecord.in(status), persisted, observed);
  }

  private Desired possible(Desired wanted) {
    return AbsentKinds.hold(wanted, observed.cluster());
  }

  private Intent decide(List<Revision> wanted) {
    return RolloutDecision.next(persisted, wanted, observed, platform.owner(), input.now());
  }

  private Desired compile(Intent intent) {
    Desired compiled =
        PlatformCompiler.compile(
            platform, new CompileContext(intent, credentials, revisions, rotations, input.now()));
    Desired frozen = FrozenStores.hold(compiled, observed, platform, status);
    Desired grown = VolumeGrowth.grow(frozen, observed, platform);
    Desired safe = new LostCredentials(platform, observed).hold(grown);
    return AppliedParts.noteOn(safe, credentials).with(items());
  }

  private List<WantedItem> items() {
    return input.items().compile(platform).stream()
        .map(item -> item.versioned(credentials))
        .toList();
  }

  private Plan diff(Desired desired) {
    return new Diff(platform.owner(), Assessment.FIELD_MANAGER).plan(desired, observed);
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(StoreHistory.changed(platform, status));
    findings.addAll(StoreGrowth.findings(platform, observed));
    findings.addAll(VolumeGrowth.findings(platform, observed));
    findings.addAll(ProviderChange.findings(platform, observed));
    findings.addAll(new LostCredentials(platform, observed).findings());
    return findings;
  }
}
