package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkloadHealthTest {
  private static final Owner OWNER = new Owner("local", "shop", "shop");
  private static final ClusterFacts CLUSTER =
      new ClusterFacts(Set.of(), "", Set.of(), Set.of(), Map.of());

  @Test
  void podsThatNobodyMayMakeAreAFailureInTheControllersWords() {
    Health health = health("ReplicaFailure", "True", "FailedCreate", "exceeded quota: small");
    assertThat(health.reason()).isEqualTo(Reason.PodsFailing);
    assertThat(health.message()).isEqualTo("FailedCreate: exceeded quota: small");
  }

  @Test
  void aDeadlineThatPassedIsAFailure() {
    Health health = health("Progressing", "False", "ProgressDeadlineExceeded", "timed out");
    assertThat(health.reason()).isEqualTo(Reason.PodsFailing);
    assertThat(health.message()).isEqualTo("ProgressDeadlineExceeded: timed out");
  }

  @Test
  void whatGoesOnIsNoFailure() {
    assertThat(health("Progressing", "True", "ReplicaSetUpdated", "").reason())
        .isEqualTo(Reason.PodsStarting);
    assertThat(health("Available", "False", "MinimumReplicasUnavailable", "").reason())
        .isEqualTo(Reason.PodsStarting);
  }

  @Test
  void aControllerThatIsOneEditBehindIsWaitedForUnlessSomebodyEditsAllTheTime() {
    LiveObject behind =
        deployment(2, Map.of("observedGeneration", 1, "readyReplicas", 1, "updatedReplicas", 1));
    Observed observed = Observed.of(List.of(behind), List.of(), CLUSTER);

    assertThat(new WorkloadHealth(observed, OWNER, Set.of()).of("Deployment", "web").reason())
        .isEqualTo(Reason.PodsStarting);
    assertThat(
            new WorkloadHealth(observed, OWNER, Set.of(behind.ref()))
                .of("Deployment", "web")
                .reason())
        .isEqualTo(Reason.AllReady);
  }

  @Test
  void aRolloutLastsUntilThePodsOfTheRevisionBeforeAreGone() {
    Map<String, Object> status =
        Map.of("observedGeneration", 1, "readyReplicas", 2, "updatedReplicas", 1, "replicas", 2);
    Observed observed = Observed.of(List.of(deployment(1, status)), List.of(), CLUSTER);
    Health health = new WorkloadHealth(observed, OWNER, Set.of()).of("Deployment", "web");

    assertThat(health.reason()).isEqualTo(Reason.PodsStarting);
    assertThat(health.message())
        .isEqualTo("1 of 1 pods are ready, 1 of the revision before still run");
  }

  private static Health health(String type, String status, String reason, String message) {
    Map<String, Object> condition =
        Map.of("type", type, "status", status, "reason", reason, "message", message);
    LiveObject deployment = deployment(0, Map.of("conditions", List.of(condition)));
    return new WorkloadHealth(Observed.of(List.of(deployment), List.of(), CLUSTER), OWNER, Set.of())
        .of("Deployment", "web");
  }

  private static LiveObject deployment(int generation, Map<String, Object> status) {
    Map<String, Object> metadata =
        Map.of(
            "name", "web", "namespace", "shop", "generation", generation, "labels", OWNER.labels());
    return new LiveObject(
        Json.tree(
            Map.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                metadata,
                "spec",
                Map.of("replicas", 1),
                "status",
                status)));
  }
}
