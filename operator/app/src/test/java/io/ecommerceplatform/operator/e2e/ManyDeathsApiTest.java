package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.faults.ApiProxy;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Twelve operators die one after the other on the way to one large platform; the thirteenth ends
 * where one alone would have ended.
 */
@LocalPlane
class ManyDeathsApiTest {
  private static final int DEATHS = 12;

  private Kubeconfig account;
  private Map<String, String> settings;
  private ApiProxy proxy;

  @Test
  void twelveDeathsLeaveNoTrace(KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig)
      throws IOException, InterruptedException {
    LiveKinds live = new LiveKinds(admin, own.name());
    // a Lease would add seconds to each life, and has tests of its own
    settings = Map.of("ECP_NAMESPACES", own.name(), "ECP_LEADER_ELECTION_ENABLED", "false");
    proxy = ApiProxy.before(kubeconfig);
    account = proxy.on(OperatorInstall.into(admin, kubeconfig));
    String planned = PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {mode: Plan, ");
    PlatformUnderTest shop = PlatformUnderTest.create(admin, own.name(), planned);
    int objects = planned(shop);
    assertThat(objects).isGreaterThan(90);
    shop.patch("{\"spec\": {\"mode\": \"Apply\"}}");

    for (int death = 1; death <= DEATHS; death++) {
      liveFor(objects / (DEATHS + 1), death % 2 == 0);
    }

    Map<String, ObjectNode> survived;
    Map<String, ObjectNode> alone;
    try (OperatorProcess operator = OperatorProcess.start(account, settings)) {
      shop.awaitPhase(Phase.Ready);
      survived = live.contents(shop.name());
      assertThat(survived).hasSizeGreaterThan(objects); // a plan lacks what waits for credentials
      shop.resource().delete();
      shop.resource().waitUntilCondition(gone -> gone == null, 120, TimeUnit.SECONDS);
      PlatformUnderTest.create(admin, own.name(), PlatformUnderTest.MINIMAL);
      shop.awaitPhase(Phase.Ready);
      alone = live.contents(shop.name());
      assertThat(operator.isAlive()).isTrue();
    }
    assertThat(survived).isEqualTo(alone);
    proxy.close();
  }

  private int planned(PlatformUnderTest shop) throws IOException {
    try (OperatorProcess operator = OperatorProcess.start(account, settings)) {
      shop.await("planned", p -> p.getStatus().plan() != null);
      assertThat(operator.isAlive()).isTrue();
      String summary = shop.resource().get().getStatus().plan().summary();
      return Integer.parseInt(summary.substring(1, summary.indexOf(' ')));
    }
  }

  /** Every second one dies with the last request in its hands, the others while it is done. */
  private void liveFor(int writes, boolean sendsTheLast) throws IOException, InterruptedException {
    CountDownLatch born = new CountDownLatch(1);
    CountDownLatch dead = new CountDownLatch(1);
    AtomicInteger left = new AtomicInteger(writes);
    OperatorProcess[] operator = new OperatorProcess[1];
    proxy.witness(
        call -> {
          if (!call.writes()) {
            return true;
          }
          await(born);
          int after = left.decrementAndGet();
          if (after == 0) {
            operator[0].kill();
            dead.countDown();
          }
          return after > 0 || (after == 0 && sendsTheLast);
        });
    operator[0] = OperatorProcess.start(account, settings);
    born.countDown();
    assertThat(dead.await(60, TimeUnit.SECONDS)).as(() -> operator[0].log()).isTrue();
    proxy.witness(call -> true);
    operator[0].close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
