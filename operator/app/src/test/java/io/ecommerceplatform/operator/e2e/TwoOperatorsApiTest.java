package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.status.RolloutStatus;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two operators that both believe to lead, as in the moment of a takeover: one intent wins. */
@LocalPlane
class TwoOperatorsApiTest {

  @Test
  void countEveryRolloutOnce(KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig)
      throws IOException {
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    Map<String, String> settings =
        Map.of("ECP_NAMESPACES", own.name(), "ECP_LEADER_ELECTION_ENABLED", "false");
    try (OperatorProcess one = OperatorProcess.start(account, settings);
        OperatorProcess two = OperatorProcess.start(account, settings)) {
      PlatformUnderTest shop =
          PlatformUnderTest.create(admin, own.name(), PlatformUnderTest.MINIMAL);
      shop.awaitPhase(Phase.Ready);
      assertThat(shop.resource().get().getStatus().rollouts())
          .extracting(RolloutStatus::attempt)
          .containsOnly(1L);

      shop.patch("{\"spec\": {\"version\": \"1.1.0\"}}");
      shop.awaitPhase(Phase.Ready);

      assertThat(shop.resource().get().getStatus().rollouts())
          .extracting(RolloutStatus::attempt)
          .as("a lost race must not start a second attempt")
          .containsOnly(2L);
      assertThat(one.isAlive() && two.isAlive()).isTrue();
    }
  }
}
