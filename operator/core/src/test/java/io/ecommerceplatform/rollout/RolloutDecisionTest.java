package io.ecommerceplatform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.api.v1alpha1.status.LifecycleStage;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolloutDecisionTest {
  private static final Owner OWNER = new Owner("local", "shop", "shop");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = START.plusSeconds(60);

  @Test
  void aNewServiceStartsOnBlue() {
    ServiceRollout first = next(Intent.none(), "r1", observed()).of("order").orElseThrow();
    assertThat(first.stableColor()).isEqualTo(Color.blue);
    assertThat(first.currentRevision()).isEqualTo("r1");
    assertThat(first.stage()).isEqualTo(LifecycleStage.ScaleUp);
  }

  @Test
  void nothingIsDecidedWhileTheRevisionIsUnknown() {
    assertThat(next(Intent.none(), "", observed()).rollouts()).isEmpty();
    Intent running = next(Intent.none(), "r1", observed());
    assertThat(next(running, "", observed())).isEqualTo(running);
  }

  @Test
  void decidesTheSameAgainUntilTheDeploymentArrived() {
    Intent started = next(Intent.none(), "r1", observed());
    assertThat(next(started, "r1", observed())).isEqualTo(started);
    assertThat(next(started, "r1", observed(deployment("r1", 2, 1)))).isEqualTo(started);
    assertThat(next(started, "r1", observed(deployment("r0", 2, 2)))).isEqualTo(started);
    ServiceRollout done =
        next(started, "r1", observed(deployment("r1", 2, 2))).of("order").orElseThrow();
    assertThat(done.stage()).isEqualTo(LifecycleStage.Steady);
    assertThat(done.stableRevision()).isEqualTo("r1");
  }

  @Test
  void aNewRevisionStartsANewAttemptAndRemembersTheStableOne() {
    Intent steady =
        next(next(Intent.none(), "r1", observed()), "r1", observed(deployment("r1", 2, 2)));
    ServiceRollout second =
        next(steady, "r2", observed(deployment("r1", 2, 2))).of("order").orElseThrow();
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.stableRevision()).isEqualTo("r1");
    assertThat(second.currentRevision()).isEqualTo("r2");
    assertThat(second.stageStartedAt()).isEqualTo(LATER);
  }

  @Test
  void aServiceThatLeftTheResourceLeavesTheIntent() {
    Intent running = next(Intent.none(), "r1", observed());
    assertThat(RolloutDecision.next(running, List.of(), observed(), OWNER, LATER).rollouts())
        .isEmpty();
  }

  private static Intent next(Intent persisted, String revision, Observed observed) {
    Instant now = persisted.rollouts().isEmpty() ? START : LATER;
    return RolloutDecision.next(
        persisted, List.of(new Revision("order", revision)), observed, OWNER, now);
  }

  private static LiveObject deployment(String revision, int wanted, int available) {
    Map<String, String> labels = new HashMap<>(OWNER.labels());
    labels.put(Revision.LABEL, revision);
    Map<String, Object> metadata =
        Map.of("name", "order-blue", "namespace", "shop", "labels", labels, "generation", 3);
    Map<String, Object> status =
        Map.of(
            "observedGeneration", 3,
            "replicas", wanted,
            "updatedReplicas", wanted,
            "availableReplicas", available);
    ObjectNode tree =
        Json.tree(
            Map.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                metadata,
                "spec",
                Map.of("replicas", wanted),
                "status",
                status));
    return new LiveObject(tree);
  }

  private static Observed observed(LiveObject... objects) {
    ClusterFacts facts = new ClusterFacts(Set.of(), "", Set.of(), Set.of(), Map.of());
    return Observed.of(List.of(objects), List.of(), facts);
  }
}
