package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.faults.ApiProxy;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operators die one after the other on the way to one large platform; the last one ends where one
 * alone would have ended.
 */
@LocalPlane
class ManyDeathsApiTest {
  private static final Path SAMPLES = Path.of(System.getProperty("repository.root"), "samples");
  private static final int DEATHS = 12;
  private static final int FEW = "long".equals(System.getProperty("chaos")) ? DEATHS : 4;

  private Kubeconfig account;
  private Map<String, String> settings;
  private ApiProxy proxy;

  /**
   * A platform and what happens to it.
   *
   * @param name for the report
   * @param yaml the resource
   * @param deaths how many operators die
   * @param fewest how many objects it has at least
   * @param ready whether the platform becomes so; without AWS one in production never does, but
   *     comes to rest with everything that runs in the cluster
   */
  record Life(String name, String yaml, int deaths, int fewest, boolean ready) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Life> lives() throws IOException {
    return List.of(
        new Life("minimal", PlatformUnderTest.MINIMAL, DEATHS, 90, true),
        new Life("revcart", Files.readString(SAMPLES.resolve("revcart.yaml")), FEW, 45, false),
        new Life("b2b", Files.readString(SAMPLES.resolve("b2b.yaml")), FEW, 65, false));
  }

  @ParameterizedTest
  @MethodSource("lives")
  void deathsLeaveNoTrace(
      Life life, KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig, AuditLog audit)
      throws IOException, InterruptedException {
    Quiet quiet = new Quiet(audit, new Controllers(admin, own.name()));
    LiveKinds live = new LiveKinds(admin, own.name());
    // a Lease would add seconds to each life, and has tests of its own
    settings = Map.of("ECP_NAMESPACES", own.name(), "ECP_LEADER_ELECTION_ENABLED", "false");
    proxy = ApiProxy.before(kubeconfig);
    account = proxy.on(OperatorInstall.into(admin, kubeconfig));
    PlatformUnderTest shop = PlatformUnderTest.create(admin, own.name(), life.yaml());
    shop.patch("{\"spec\": {\"mode\": \"Plan\"}}"); // nobody has seen it yet
    int objects = planned(shop);
    assertThat(objects).isGreaterThan(life.fewest());
    shop.patch("{\"spec\": {\"mode\": \"Apply\"}}");

    for (int death = 1; death <= life.deaths(); death++) {
      liveFor(objects / (life.deaths() + 1), death % 2 == 0);
    }

    Map<String, ObjectNode> survived;
    Map<String, ObjectNode> alone;
    try (OperatorProcess operator = OperatorProcess.start(account, settings)) {
      settle(shop, life, quiet);
      survived = live.contents(shop.name());
      // a plan lacks what waits for credentials of stores in the cluster
      assertThat(survived).hasSizeGreaterThanOrEqualTo(life.ready() ? objects + 1 : objects);
      shop.resource().delete();
      shop.resource().waitUntilCondition(gone -> gone == null, 120, TimeUnit.SECONDS);
      PlatformUnderTest.create(admin, own.name(), life.yaml());
      settle(shop, life, quiet);
      alone = live.contents(shop.name());
      assertThat(operator.isAlive()).isTrue();
    }
    assertThat(survived).isEqualTo(alone);
    proxy.close();
  }

  private static void settle(PlatformUnderTest shop, Life life, Quiet quiet) {
    if (life.ready()) {
      shop.awaitPhase(Phase.Ready);
    } else {
      shop.await(
          "observed",
          p -> p.getMetadata().getGeneration().equals(p.getStatus().observedGeneration()));
    }
    quiet.await();
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
    assertThat(dead.await(120, TimeUnit.SECONDS)).as(() -> operator[0].log()).isTrue();
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
