package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.api.v1alpha1.Profile;
import io.ecommerceplatform.api.v1alpha1.common.StorePlacement;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Engine;
import io.ecommerceplatform.model.Observability;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.plan.FieldChange;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.PodView;
import io.ecommerceplatform.rollout.Intent;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusComposerTest {
  private static final Owner OWNER = new Owner("local", "shop", "shop");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final List<Finding> findings = new ArrayList<>();
  private final List<PodView> pods = new ArrayList<>();
  private Mode mode = Mode.Apply;
  private Engine engine = Engine.PostgreSQL;
  private Outcome outcome = Outcome.nothing();
  private List<Drift> contested = List.of();
  private PlatformStatus previous;
  private Instant now = NOW;
  private Plan plan = Plan.of(List.of());
  private int ready = 1;
  private Desired desired = Desired.nothing();
  private final List<LiveObject> jobs = new ArrayList<>();

  @Test
  void everythingReadyIsReadyAndStaysEqual() {
    PlatformStatus status = compose();
    assertThat(status.phase()).isEqualTo(Phase.Ready);
    assertThat(condition(status, "Ready").getStatus()).isEqualTo("True");
    assertThat(condition(status, "Stalled").getStatus()).isEqualTo("False");
    assertThat(status.message()).isEqualTo("no services, 1 of 1 stores ready");
    assertThat(condition(status, "DataReady").getMessage()).isEqualTo("1 of 1 stores ready");
    assertThat(condition(status, "DataReady").getReason()).isEqualTo("AllReady");
    assertThat(condition(status, "EdgeReady").getMessage()).isEqualTo("nothing is exposed");
    assertThat(condition(status, "EdgeReady").getReason()).isEqualTo("NothingAsked");
    previous = status;
    now = NOW.plusSeconds(600);
    assertThat(compose()).isEqualTo(status);
  }

  @Test
  void whatTheApiServerGivesBackIsNoChange() {
    PlatformStatus status = compose();
    assertThat(status.rollouts()).as("there is none, which is stored as absent").isNull();
    assertThat(Json.typed(Json.tree(status), PlatformStatus.class)).isEqualTo(status);
  }

  @Test
  void aStartingStoreIsProgressingAndTheTransitionTimeMovesOnlyWithTheValue() {
    ready = 0;
    PlatformStatus starting = compose();
    assertThat(starting.phase()).isEqualTo(Phase.Progressing);
    assertThat(condition(starting, "Reconciling").getStatus()).isEqualTo("True");
    assertThat(condition(starting, "DataReady").getMessage())
        .isEqualTo("spec.databases[db]: 0 of 1 pods are ready");
    previous = starting;
    now = NOW.plusSeconds(600);
    ready = 1;
    PlatformStatus done = compose();
    assertThat(condition(done, "DataReady").getLastTransitionTime()).isEqualTo(now.toString());
    assertThat(condition(done, "WorkloadsReady").getLastTransitionTime())
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void aPodThatCannotPullItsImageDegradesAndSaysWhatToDo() {
    ready = 0;
    pods.add(
        new PodView(
            "db-0",
            Map.of("app", "db"),
            false,
            0,
            "ImagePullBackOff",
            "manifest unknown",
            "pg:broken",
            Set.of()));
    PlatformStatus status = compose();
    assertThat(status.phase()).isEqualTo(Phase.Degraded);
    assertThat(condition(status, "DataReady").getReason()).isEqualTo("PodsFailing");
    assertThat(status.message())
        .contains("ImagePullBackOff: image pg:broken cannot be pulled (manifest unknown)");
  }

  @Test
  void aPodThatWaitsForItsVolumeIsStarting() {
    ready = 0;
    pods.add(
        new PodView(
            "db-0", Map.of("app", "db"), false, 0, "Unschedulable", "no room", "pg:17", Set.of()));
    assertThat(compose().phase()).isEqualTo(Phase.Progressing);
    assertThat(condition(compose(), "DataReady").getMessage())
        .isEqualTo(
            "spec.databases[db]: 0 of 1 pods are ready; Unschedulable: pod db-0 (no room); see"
                + " kubectl describe pod -n shop db-0");
  }

  @Test
  void aBlockedPartStallsThePlatformAndKeepsTheOtherPartsTrue() {
    findings.add(
        new Finding(
            ConditionType.AwsReady, Reason.NotManagedYet, "spec.aws", "is not managed yet"));
    PlatformStatus status = compose();
    assertThat(status.phase()).isEqualTo(Phase.Blocked);
    assertThat(condition(status, "Stalled").getReason()).isEqualTo("NotManagedYet");
    assertThat(condition(status, "AwsReady").getMessage())
        .isEqualTo("spec.aws: is not managed yet");
    assertThat(condition(status, "DataReady").getStatus()).isEqualTo("True");
  }

  @Test
  void aRefusedWriteIsToldWithItsObject() {
    ObjectRef ref = new ObjectRef("apps/v1", "StatefulSet", "shop", "db");
    outcome =
        new Outcome(
            List.of(), List.of(new Outcome.Failure(ref, Operation.CREATE, 403, "forbidden")));
    PlatformStatus status = compose();
    assertThat(condition(status, "DataReady").getReason()).isEqualTo("ApplyFailed");
    assertThat(condition(status, "DataReady").getMessage())
        .isEqualTo("CREATE StatefulSet/db: forbidden");
  }

  @Test
  void aStoreIsReadyOnlyWhenItsSetupIsComplete() {
    desired = Desired.ofCluster(List.of(new Manifest(setup(Map.of()))), List.of(), List.of());
    assertThat(condition(compose(), "DataReady").getMessage())
        .isEqualTo("spec.databases[db]: Job/db-setup-1 is not there yet");
    jobs.add(new LiveObject(setup(Map.of("active", 1))));
    assertThat(compose().phase()).isEqualTo(Phase.Progressing);
    assertThat(compose().message()).contains("Job/db-setup-1 is not finished yet");
    jobs.set(0, new LiveObject(setup(ended("Complete", ""))));
    assertThat(compose().phase()).isEqualTo(Phase.Ready);
  }

  @Test
  void aSetupThatCannotSucceedIsToldInItsPodsWords() {
    desired = Desired.ofCluster(List.of(new Manifest(setup(Map.of()))), List.of(), List.of());
    jobs.add(new LiveObject(setup(Map.of("active", 1))));
    pods.add(
        new PodView(
            "db-setup-1-x",
            Map.of("job-name", "db-setup-1"),
            false,
            4,
            "CrashLoopBackOff",
            "back-off 40s",
            "pg:17",
            Set.of()));
    PlatformStatus status = compose();
    assertThat(status.phase()).isEqualTo(Phase.Degraded);
    assertThat(condition(status, "DataReady").getReason()).isEqualTo("PodsFailing");
    assertThat(condition(status, "DataReady").getMessage())
        .startsWith("spec.databases[db]: Job/db-setup-1: CrashLoopBackOff: pod db-setup-1-x")
        .contains("back-off 40s");
    assertThat(status.data().getFirst().message()).contains("CrashLoopBackOff");
  }

  @Test
  void aSetupThatGaveUpIsToldWithTheCommandThatTriesItAgain() {
    desired = Desired.ofCluster(List.of(new Manifest(setup(Map.of()))), List.of(), List.of());
    jobs.add(new LiveObject(setup(ended("Failed", "reached the specified backoff limit"))));
    PlatformStatus status = compose();
    assertThat(condition(status, "Ready").getStatus()).isEqualTo("False");
    assertThat(condition(status, "DataReady").getStatus()).isEqualTo("False");
    assertThat(condition(status, "DataReady").getMessage())
        .contains("Job/db-setup-1 has failed (reached the specified backoff limit)")
        .contains("kubectl -n shop delete job db-setup-1");
  }

  @Test
  void aStoreRemembersItsFirstEngineAndRefusesAnother() {
    previous = compose();
    engine = Engine.MySQL;
    assertThat(StoreHistory.changed(platform(), previous))
        .extracting(Finding::reason)
        .containsExactly(Reason.MigrationRequired);
    assertThat(compose().data().getFirst().engine()).isEqualTo("PostgreSQL");
    assertThat(compose().data().getFirst().placement()).isEqualTo(StorePlacement.InCluster);
  }

  @Test
  void aPausedPlatformIsNotReconciledAndSaysHowToGoOn() {
    mode = Mode.Paused;
    Condition reconciling = condition(compose(), "Reconciling");
    assertThat(reconciling.getStatus()).isEqualTo("False");
    assertThat(reconciling.getReason()).isEqualTo("Paused");
    assertThat(reconciling.getMessage()).contains("set it to Apply");
  }

  @Test
  void whatIsContestedIsNamedInDriftedAndDoesNotMoveThePhase() {
    ObjectRef service = new ObjectRef("v1", "Service", "shop", "order");
    FieldChange ports = new FieldChange("spec.ports", null, null, false, false);
    contested =
        List.of(
            new Drift(service, "kubectl-edit", List.of(ports)),
            new Drift(new ObjectRef("v1", "Secret", "shop", "a"), "", List.of()));

    Condition drifted = condition(compose(), "Drifted");
    assertThat(drifted.getStatus()).isEqualTo("True");
    assertThat(drifted.getReason()).isEqualTo("DriftContested");
    assertThat(drifted.getMessage())
        .isEqualTo(
            "Secret/a is deleted again and again;"
                + " Service/order spec.ports is changed again and again by kubectl-edit;"
                + " each is put back every 30 s at most, until its other author leaves it alone");
    assertThat(compose().phase()).isEqualTo(Phase.Ready);
  }

  @Test
  void planModeBeforeAnythingExistsIsPending() {
    mode = Mode.Plan;
    assertThat(compose().phase()).isEqualTo(Phase.Pending);
    assertThat(condition(compose(), "PlanPending").getReason()).isEqualTo("NoChanges");
  }

  @Test
  void onlyWhatSendsSomethingWaitsForApproval() {
    ObjectRef kept = new ObjectRef("v1", "Secret", "shop", "old-credentials");
    plan = Plan.of(List.of(action(Operation.RETAIN, kept)));
    assertThat(compose().phase()).isEqualTo(Phase.Ready);
    plan = Plan.of(List.of(action(Operation.RETAIN, kept), action(Operation.DELETE, kept)));
    assertThat(condition(compose(), "Ready").getReason()).isEqualTo("ApprovalNeeded");
  }

  @Test
  void approvalIsAskedForWhereItBelongs() {
    ObjectRef deployment = new ObjectRef("apps/v1", "Deployment", "shop", "order-blue");
    ObjectRef ingress = new ObjectRef("networking.k8s.io/v1", "Ingress", "shop", "shop");
    plan =
        Plan.of(List.of(action(Operation.UPDATE, deployment), action(Operation.DELETE, ingress)));
    PlatformStatus status = compose();
    assertThat(condition(status, "WorkloadsReady").getReason()).isEqualTo("ApprovalNeeded");
    assertThat(condition(status, "EdgeReady").getReason()).isEqualTo("ApprovalNeeded");
    assertThat(condition(status, "DataReady").getReason()).isNotEqualTo("ApprovalNeeded");
    assertThat(condition(status, "Ready").getMessage()).containsOnlyOnce("approve it with");
  }

  private static Action action(Operation operation, ObjectRef ref) {
    return new Action(operation, ref, Optional.empty(), Optional.empty(), "u", List.of(), "");
  }

  private PlatformStatus compose() {
    List<LiveObject> objects = Stream.concat(Stream.of(statefulSet()), jobs.stream()).toList();
    ClusterFacts facts = new ClusterFacts(Set.of(), "", Set.of(), Set.of(), Map.of());
    Observed observed = Observed.of(objects, pods, facts);
    return StatusComposer.compose(
        new StatusInput(
            platform(),
            4,
            false,
            Intent.none(),
            observed,
            desired,
            plan,
            plan,
            outcome,
            Plan.of(List.of()),
            contested,
            List.of(),
            Resolved.inputs("spec: {profile: Economy}"),
            List.of(),
            previous,
            now));
  }

  private Platform platform() {
    return new Platform(
        OWNER,
        "u",
        Profile.Economy,
        mode,
        "1.0.0",
        List.of(),
        List.of(),
        List.of(store()),
        List.of(),
        List.of(),
        List.of(),
        0,
        CatalogueLoader.load().lifecycle(),
        Optional.empty(),
        Observability.none(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        findings);
  }

  private Store store() {
    String database = "databases: [{name: db, engine: %s, backupRetentionDays: 0}]";
    String spec = "profile: Economy\nservices: []\n" + database.formatted(engine);
    return Resolved.spec(spec).store("db").orElseThrow();
  }

  private LiveObject statefulSet() {
    Map<String, String> labels = new HashMap<>(OWNER.labels());
    ObjectNode tree =
        Json.tree(
            Map.of(
                "apiVersion", "apps/v1",
                "kind", "StatefulSet",
                "metadata",
                    Map.of("name", "db", "namespace", "shop", "labels", labels, "generation", 1),
                "spec",
                    Map.of("replicas", 1, "selector", Map.of("matchLabels", Map.of("app", "db"))),
                "status",
                    Map.of("observedGeneration", 1, "readyReplicas", ready, "updatedReplicas", 1)));
    return new LiveObject(tree);
  }

  private static ObjectNode setup(Map<String, Object> status) {
    Map<String, String> labels = new HashMap<>(OWNER.labels());
    labels.put("app.kubernetes.io/instance", "db");
    labels.put("app.kubernetes.io/component", "database-setup");
    Map<String, Object> selector = Map.of("matchLabels", Map.of("job-name", "db-setup-1"));
    Map<String, Object> metadata =
        Map.of("name", "db-setup-1", "namespace", "shop", "labels", labels);
    ObjectNode job =
        Json.tree(Map.of("apiVersion", "batch/v1", "kind", "Job", "metadata", metadata));
    job.set("spec", Json.tree(Map.of("selector", selector)));
    return job.set("status", Json.tree(status));
  }

  private static Map<String, Object> ended(String condition, String message) {
    return Map.of(
        "conditions", List.of(Map.of("type", condition, "status", "True", "message", message)));
  }

  private static Condition condition(PlatformStatus status, String type) {
    return status.conditions().stream()
        .filter(c -> c.getType().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
