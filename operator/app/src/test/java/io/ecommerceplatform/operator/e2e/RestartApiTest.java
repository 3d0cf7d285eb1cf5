package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator dies in the middle of a creation; its successor ends where it would have ended. */
@LocalPlane
class RestartApiTest {
  private KubernetesClient admin;
  private String namespace;
  private Kubeconfig account;
  private OperatorProcess operator;
  private boolean elected;

  @BeforeEach
  void install(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig)
      throws IOException {
    admin = client;
    namespace = own.name();
    account = OperatorInstall.into(client, kubeconfig);
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
  }

  @Test
  void killedAfterTheFinalizer() throws IOException {
    converges(p -> !p.getFinalizers().isEmpty());
  }

  @Test
  void killedWhenTheFirstIntentIsPersisted() throws IOException {
    converges(p -> p.getStatus() != null && p.getStatus().rollouts() != null);
  }

  @Test
  void killedWhilePodsStart() throws IOException {
    elected = true; // once is enough: the successor waits until the Lease of the dead one is over
    converges(
        p ->
            p.getStatus() != null
                && p.getStatus().services() != null
                && p.getStatus().services().stream().anyMatch(s -> s.ready().equals("1/1")));
  }

  private void converges(Predicate<ECommercePlatform> moment) throws IOException {
    operator = start();
    PlatformUnderTest shop = PlatformUnderTest.create(admin, namespace, PlatformUnderTest.MINIMAL);
    shop.resource().waitUntilCondition(moment, 120, TimeUnit.SECONDS);
    operator.kill();
    Map<String, String> survivors = shop.objects(o -> o.getMetadata().getUid());

    operator.close();
    operator = start();
    shop.awaitPhase(Phase.Ready);

    assertThat(shop.objects(o -> o.getMetadata().getUid()))
        .as("nothing that was there is made a second time")
        .containsAllEntriesOf(survivors);
    Set<String> names = shop.objectNames();
    assertThat(names).contains("Deployment/order-blue", "StatefulSet/postgresql", "Ingress/shop");
    for (String kind : List.of("Job/postgresql-setup-", "ConfigMap/order-config-")) {
      assertThat(names.stream().filter(n -> n.startsWith(kind))).as(kind).hasSize(1);
    }
  }

  private OperatorProcess start() {
    return OperatorProcess.start(
        account,
        Map.of(
            "ECP_NAMESPACES", namespace, "ECP_LEADER_ELECTION_ENABLED", String.valueOf(elected)));
  }
}
