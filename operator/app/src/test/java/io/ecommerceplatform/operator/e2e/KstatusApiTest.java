package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Kubectl;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Flux, Helm and kubectl wait see the truth in every phase, and in every version between two. */
@LocalPlane
class KstatusApiTest {
  private static final String WEB =
      PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {services: [{name: web}], ");
  private static final String TAG =
      "{\"spec\": {\"services\": [{\"name\": \"web\", \"image\":"
          + " {\"repository\": \"example.com/web\", \"tag\": \"%s\"}}]}}";
  private static final String ROLLOUT =
      "{\"spec\": {\"services\": [{\"name\": \"web\", \"rollout\": {\"strategy\": \"%s\"}}]}}";
  private static final String HELD = "{\"metadata\": {\"finalizers\": %s}}";

  private final List<JsonNode> versions = new CopyOnWriteArrayList<>();
  private PlatformUnderTest shop;
  private Kubectl kubectl;

  @Test
  void eachPhaseSaysWhatItIs(KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig)
      throws IOException, InterruptedException {
    kubectl = new Kubectl(kubeconfig);
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    try (OperatorProcess operator =
            OperatorProcess.start(account, Map.of("ECP_NAMESPACES", own.name()));
        Watch watch =
            admin
                .resources(ECommercePlatform.class)
                .inNamespace(own.name())
                .watch(new Recorder(versions))) {
      shop = PlatformUnderTest.create(admin, own.name(), WEB);
      lives();
      dies(new LiveKinds(admin, own.name()));
      assertThat(watch).isNotNull();
      assertThat(operator.isAlive()).isTrue();
    }
    versions.forEach(KstatusApiTest::assertTrue);
    assertThat(versions)
        .extracting(v -> v.at("/status/phase").asText())
        .contains("Progressing", "Ready", "Degraded", "Blocked", "Deleting");
  }

  private void lives() throws IOException, InterruptedException {
    waits(0, "--for=condition=Ready", "--timeout=120s");
    shows(Phase.Ready, Kstatus.Current);

    shop.patch(TAG.formatted("broken"));
    shows(Phase.Degraded, Kstatus.InProgress);
    waits(1, "--for=condition=Ready", "--timeout=1s");
    waits(0, "--for=condition=Ready=False", "--timeout=60s");

    shop.patch(ROLLOUT.formatted("BlueGreen"));
    shows(Phase.Blocked, Kstatus.Failed);
    waits(0, "--for=condition=Stalled", "--timeout=60s");

    shop.patch(ROLLOUT.formatted("Rolling"));
    shows(Phase.Ready, Kstatus.Current);
  }

  private void dies(LiveKinds live) throws IOException, InterruptedException {
    var held = live.samples("shop").getFirst();
    live.merge(held, HELD.formatted("[\"example.com/held\"]"));
    shop.resource().delete();
    shows(Phase.Deleting, Kstatus.Terminating);
    waits(1, "--for=condition=Ready", "--timeout=1s");
    live.merge(held, HELD.formatted("null"));
    waits(0, "--for=delete", "--timeout=60s");
  }

  private void shows(Phase phase, Kstatus wanted) {
    shop.await(
        phase + " and " + wanted,
        p -> p.getStatus().phase() == phase && Kstatus.of(Json.tree(p)) == wanted);
  }

  private void waits(int code, String... what) throws IOException, InterruptedException {
    Kubectl.Result result =
        kubectl.run("wait", "ecommerceplatform/shop", "-n", shop.namespace(), what[0], what[1]);
    assertThat(result.code()).as("%s: %s", String.join(" ", what), result.output()).isEqualTo(code);
  }

  /** Of every version that was ever stored, those apart that nobody has looked at yet. */
  private static void assertTrue(JsonNode version) {
    if (version.path("status").isMissingNode()) {
      return;
    }
    Phase phase = Phase.valueOf(version.at("/status/phase").asText());
    boolean behind =
        version.at("/status/observedGeneration").asLong()
            != version.at("/metadata/generation").asLong();
    Kstatus wanted =
        version.at("/metadata").hasNonNull("deletionTimestamp")
            ? Kstatus.Terminating
            : switch (phase) {
              case Ready -> behind ? Kstatus.InProgress : Kstatus.Current;
              case Blocked -> behind ? Kstatus.InProgress : Kstatus.Failed;
              case Pending, Progressing, Degraded -> Kstatus.InProgress;
              case Deleting -> Kstatus.Terminating;
            };
    assertThat(Kstatus.of(version)).as("%s", version).isEqualTo(wanted);
  }

  private record Recorder(List<JsonNode> versions) implements Watcher<ECommercePlatform> {
    @Override
    public void eventReceived(Action action, ECommercePlatform now) {
      versions.add(Json.tree(now));
    }

    @Override
    public void onClose(WatcherException cause) {
      // versions that are missing because of it show at the end of the test
    }
  }
}
