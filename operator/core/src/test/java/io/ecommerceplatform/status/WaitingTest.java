package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.rollout.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private static final Platform PLATFORM =
      Resolved.spec("{profile: Economy, services: [{name: user}]}");

  @Test
  void aServiceWhosePasswordIsNotMadeYetWaitsForTheSecret() {
    Health health = health(List.of(), "waits for Secret jwt");
    assertThat(health.reason()).isEqualTo(Reason.WaitingForSecret);
    assertThat(health.message()).isEqualTo("waits for Secret jwt");
  }

  @Test
  void aServiceThatHasItsSecretsWaitsForItsTurn() {
    List<LiveObject> secrets =
        PLATFORM.service("user").orElseThrow().secrets().stream().map(WaitingTest::secret).toList();
    assertThat(secrets).isNotEmpty();
    assertThat(health(secrets, "revision 1 is not decided yet").reason())
        .isEqualTo(Reason.Applying);
  }

  @Test
  void aServiceIsNotReadyBeforeItsAutoscalerHasRaisedItToItsMinimum() {
    Platform two =
        Resolved.spec(
            "{profile: Economy, services: [{name: user,"
                + " scaling: {minReplicas: 2, maxReplicas: 4, cpuPercent: 70}}]}");
    Health raising = health(two, List.of(deployment(1)), List.of());
    assertThat(raising.reason()).isEqualTo(Reason.PodsStarting);
    assertThat(raising.ratio()).isEqualTo("1/2");
    assertThat(raising.message())
        .isEqualTo(
            "1 of 2 pods are ready; HorizontalPodAutoscaler/user-blue has not raised them to the"
                + " minimum yet");
    assertThat(health(two, List.of(deployment(2)), List.of()).isFine()).isTrue();
    assertThat(health(two, List.of(deployment(3)), List.of()).ratio()).isEqualTo("3/3");
  }

  private static LiveObject deployment(int replicas) {
    return new LiveObject(
        Json.tree(
            Map.of(
                "apiVersion", "apps/v1",
                "kind", "Deployment",
                "metadata",
                    Map.of(
                        "name", "user-blue",
                        "namespace", "shop",
                        "labels", PLATFORM.owner().labels()),
                "spec", Map.of("replicas", replicas),
                "status", Map.of("readyReplicas", replicas, "updatedReplicas", replicas))));
  }

  private static LiveObject secret(String name) {
    Map<String, Object> metadata =
        Map.of("name", name, "namespace", "shop", "labels", PLATFORM.owner().labels());
    return new LiveObject(
        Json.tree(Map.of("apiVersion", "v1", "kind", "Secret", "metadata", metadata)));
  }

  private static Health health(List<LiveObject> live, String message) {
    ObjectRef deployment = new ObjectRef("apps/v1", "Deployment", "shop", "user-blue");
    return health(PLATFORM, live, List.of(new Held(deployment, message)));
  }

  private static Health health(Platform platform, List<LiveObject> live, List<Held> held) {
    StatusInput input =
        new StatusInput(
            platform,
            1,
            false,
            Intent.none(),
            Observed.of(live, List.of(), Resolved.CLUSTER),
            Desired.ofCluster(List.of(), List.of(), held),
            Plan.of(List.of()),
            Plan.of(List.of()),
            Outcome.nothing(),
            Plan.of(List.of()),
            List.of(),
            List.of(),
            Resolved.inputs("spec: {profile: Economy}"),
            List.of(),
            null,
            Instant.EPOCH);
    return Parts.services(input).get("user");
  }
}
